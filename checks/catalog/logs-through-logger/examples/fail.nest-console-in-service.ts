// file: src/plans.service.ts
import { Injectable } from '@nestjs/common';

@Injectable()
export class PlansService {
  all(): readonly string[] {
    console.table([]); // <- finding
    return [];
  }
}
// file: src/app.module.ts
import { Controller, Get, Module } from '@nestjs/common';
import { PlansService } from './plans.service.ts';

@Controller('plans')
class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  all() {
    return this.plans.all();
  }
}

@Module({ controllers: [PlansController], providers: [PlansService] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
