import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';

const environment = z.object({
  DEBUG: z.coerce.boolean().default(true),
  PORT: z.coerce.number().default(3000),
});
export const settings = environment.parse(process.env); // <- finding

@Module({})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(settings.PORT);
