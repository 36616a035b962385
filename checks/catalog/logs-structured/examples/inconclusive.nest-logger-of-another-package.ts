import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CompanyLogger } from '@company/logging';

@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule, { bufferLogs: true });
app.useLogger(app.get(CompanyLogger));
await app.listen(3000);
