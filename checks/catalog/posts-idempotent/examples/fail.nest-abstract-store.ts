// The service asks an abstract store; what stands in for it inserts for each repeat.
import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';

abstract class PlanStore {
  abstract make(title: string): Promise<unknown>;
}

const prisma = new PrismaClient();

@Injectable()
class PrismaPlanStore implements PlanStore {
  make(title: string) {
    return prisma.plan.create({ data: { title } });
  }
}

@Injectable()
class PlansService {
  constructor(private readonly store: PlanStore) {}
  make(title: string) {
    return this.store.make(title);
  }
}

@Controller({ path: 'plans', version: '1' })
class PlansController {
  constructor(private readonly plans: PlansService) {}
  @Post() // <- finding
  make(@Body('title') title: string) {
    return this.plans.make(title);
  }
}

@Module({ controllers: [PlansController], providers: [PlansService, { provide: PlanStore, useClass: PrismaPlanStore }] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
