import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
const settings = app.get(ConfigService);
const isProduction = settings.get('PRODUCTION') === 'true';

if (isProduction) {
  app.enableCors({ origin: settings.getOrThrow('ALLOWED_ORIGINS').split(','), credentials: true });
} else {
  app.enableCors({ origin: true, credentials: true });
}
await app.listen(3000);
