import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaService } from './prisma.service.ts';

@Injectable()
class PlansService {
  constructor(private readonly prisma: PrismaService) {}
  make(plan) {
    return this.prisma.plan.create({ data: plan });
  }
}
@Controller('plans')
class PlansController {
  constructor(private readonly plans: PlansService) {}
  @Post() // <- finding
  make(@Body() body) {
    return this.plans.make(body);
  }
}
@Module({ controllers: [PlansController], providers: [PlansService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
