import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import helmet from 'helmet';

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.use(helmet());
await app.listen(3000);
