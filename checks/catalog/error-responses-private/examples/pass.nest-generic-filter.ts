// file: src/all.filter.ts
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';

@Catch()
export class AllFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');

  catch(exception: unknown, host: ArgumentsHost) {
    this.logger.error(exception instanceof Error ? exception.stack : 'unknown');
    host.switchToHttp().getResponse<Response>().status(500).json({ detail: 'Something went wrong.' });
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
