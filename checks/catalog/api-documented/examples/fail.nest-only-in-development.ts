import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule);
const document = SwaggerModule.createDocument(app, new DocumentBuilder().build()); // <- finding
if (process.env.NODE_ENV === 'development') SwaggerModule.setup('docs', app, document);
await app.listen(3000);
