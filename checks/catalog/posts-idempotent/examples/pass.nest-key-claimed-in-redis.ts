import { Body, ConflictException, Controller, Headers, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '');
const prisma = new PrismaClient();

@Controller('orders')
class OrdersController {
  @Post()
  async create(@Headers('idempotency-key') key: string, @Body() body: { item: string }) {
    const claimed = await redis.set(`orders:${key}`, 'taken', 'EX', 86_400, 'NX');
    if (claimed === null) throw new ConflictException('already taken');
    return prisma.order.create({ data: { item: body.item } });
  }
}
@Module({ controllers: [OrdersController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
