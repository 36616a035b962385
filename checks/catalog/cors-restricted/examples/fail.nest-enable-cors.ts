// file: src/app.module.ts
import { Controller, Get, Module } from '@nestjs/common';

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return { plans: [] };
  }
}

@Module({ controllers: [PlansController] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
app.enableCors(); // <- finding
await app.listen(3000);
