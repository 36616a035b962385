import { fastifyHelmet } from '@fastify/helmet';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule, new FastifyAdapter());
const fastify = app.getHttpAdapter().getInstance();
await fastify.register(fastifyHelmet, { hsts: { maxAge: 31536000 } });
await app.listen(3000);
