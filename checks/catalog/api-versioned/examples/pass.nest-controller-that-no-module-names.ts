import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('api/v1/plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

// Left over from a try: no module names it, so that it answers nobody.
@Controller('old-plans')
export class OldPlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
