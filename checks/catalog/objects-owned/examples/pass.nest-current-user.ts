import { Controller, Get, Module, Param, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CurrentUser } from './current-user.decorator.ts';
import { JwtAuthGuard } from './jwt-auth.guard.ts';
import { plans } from './plans.ts';

@Controller('plans')
@UseGuards(JwtAuthGuard)
export class PlansController {
  @Get(':id')
  one(@Param('id') id: string, @CurrentUser() user) {
    return plans.findOneBy({ id, ownerId: user.id });
  }
}
@Module({ controllers: [PlansController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
