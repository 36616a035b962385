import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { more } from './more.ts';

@Controller('plans')
export class PlansController {
  @Get() // <- finding
  all() {
    return [];
  }
}

@Module({ controllers: [...more()] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
