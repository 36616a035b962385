import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule, { logger: ['error', 'warn', 'log'] }); // <- finding
new Logger('main').log('listening');
await app.listen(3000);
