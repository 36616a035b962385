import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule);
app.enableShutdownHooks();
await app.listen(3000);
