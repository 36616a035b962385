import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('v1/plans')
class PlansController {
  @Get(':id')
  one() {
    return {};
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
