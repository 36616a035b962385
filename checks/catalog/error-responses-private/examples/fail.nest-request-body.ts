// file: src/all.filter.ts
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';

@Catch()
export class AllFilter implements ExceptionFilter {
  catch(_exception: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    http.getResponse<Response>().status(500).json({
      detail: 'Something went wrong.',
      received: request.body, // <- finding
    });
  }
}
// file: src/app.module.ts
import { Module } from '@nestjs/common';

@Module({})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AllFilter } from './all.filter.ts';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
app.useGlobalFilters(new AllFilter());
await app.listen(3000);
