import './instrument';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
void bootstrap();
// file: instrument.ts
import * as Sentry from '@sentry/nestjs';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.GIT_SHA, tracesSampleRate: 0.1 }); // <- finding
