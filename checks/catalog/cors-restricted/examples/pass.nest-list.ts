// file: src/app.module.ts
import { Module } from '@nestjs/common';

@Module({})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
app.enableCors({ origin: ['https://app.example.com'], credentials: true });
await app.listen(3000);
