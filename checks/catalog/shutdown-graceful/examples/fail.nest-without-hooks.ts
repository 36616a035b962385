import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000); // <- finding
