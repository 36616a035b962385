import { ConsoleLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule, { logger: new ConsoleLogger({ json: true }) });
await app.listen(3000);
