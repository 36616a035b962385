import { CacheInterceptor, CacheModule, CacheTTL } from '@nestjs/cache-manager';
import { Controller, Get, Injectable, Module, UseInterceptors } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { prisma } from './prisma';

@Injectable()
class Exercises {
  all() {
    return prisma.exercise.findMany({ take: 100 });
  }
}

@Controller('v1/exercises')
@UseInterceptors(CacheInterceptor)
class ExercisesController {
  constructor(private readonly exercises: Exercises) {}

  @Get()
  @CacheTTL(60_000)
  all() {
    return this.exercises.all();
  }
}

@Module({ imports: [CacheModule.register()], controllers: [ExercisesController], providers: [Exercises] })
class AppModule {}
const app = await NestFactory.create(AppModule, new FastifyAdapter());
await app.listen(3000);
// file: prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
