import { Controller, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

@UseGuards(ThrottlerGuard)
@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])], controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
