import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type MiddlewareConsumer, Module, type NestMiddleware } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Injectable()
class RequestIds implements NestMiddleware {
  private readonly logger = new Logger('access');
  use(request: { id: string }, response: { setHeader(name: string, value: string): void }, next: () => void): void {
    request.id = randomUUID();
    response.setHeader('X-Request-Id', request.id);
    this.logger.log({ requestId: request.id });
    next();
  }
}

@Module({})
class AppModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestIds).forRoutes('*');
  }
}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
