// file: src/app.module.ts
import { Controller, Get, Logger, Module } from '@nestjs/common';

@Controller('plans')
class PlansController {
  private readonly logger = new Logger(PlansController.name);

  @Get()
  all() {
    this.logger.log('plans');
    return { plans: [] };
  }
}

@Module({ controllers: [PlansController] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
