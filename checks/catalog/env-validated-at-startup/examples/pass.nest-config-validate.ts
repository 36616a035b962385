// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.url(), OPENAI_API_KEY: z.string().min(20) });

@Module({ imports: [ConfigModule.forRoot({ validate: (given) => schema.parse(given) })] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(process.env.PORT ?? 3000);
