import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

class Plan {}
@Controller('plans')
export class PlansController {
  constructor(@InjectRepository(Plan) private readonly plans: Repository<Plan>) {}
  @Get() // <- finding
  @Header('Cache-Control', 'no-cache, max-age=0')
  all() {
    return this.plans.find({ take: 50 });
  }
}
@Module({ controllers: [PlansController] })
class AppModule {}
const app = await NestFactory.create(AppModule, new FastifyAdapter());
await app.listen(3000);
