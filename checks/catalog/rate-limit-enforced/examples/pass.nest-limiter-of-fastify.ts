import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { Redis } from 'ioredis';

@Controller('plans')
export class PlansController {
  @Get()
  all() {
    return [];
  }
}
@Module({ controllers: [PlansController] })
class AppModule {}
const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
await app.register(fastifyRateLimit, { global: true, max: 600, timeWindow: '1 minute', redis: new Redis(process.env.REDIS_URL) });
await app.listen(3000);
