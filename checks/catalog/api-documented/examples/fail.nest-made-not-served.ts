import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule);
export const document = SwaggerModule.createDocument(app, new DocumentBuilder().build()); // <- finding
await app.listen(3000);
