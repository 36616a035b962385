// The limiter hangs on the platform below Nest, before every controller.
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import * as rateLimit from 'express-rate-limit';

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

async function start() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false });
  app.set('trust proxy', 1);
  app.use(rateLimit({ windowMs: 60_000, max: 100 }));
  await app.listen(3000);
}
start();
