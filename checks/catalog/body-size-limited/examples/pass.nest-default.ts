import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Post()
  add(@Body() body: object) {
    return Object.keys(body).length;
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
