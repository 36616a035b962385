import { type CallHandler, type ExecutionContext, Injectable, Logger, Module, type NestInterceptor } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { tap } from 'rxjs';

@Injectable()
class Access implements NestInterceptor {
  private readonly logger = new Logger('access');
  intercept(context: ExecutionContext, next: CallHandler) {
    const { method, route, requestId } = context.switchToHttp().getRequest();
    const startedAt = Date.now();
    return next.handle().pipe(
      tap(() => {
        const { statusCode } = context.switchToHttp().getResponse();
        this.logger.log({ requestId, method, route: route.path, status: statusCode, durationMs: Date.now() - startedAt });
      }),
    );
  }
}
@Module({})
class AppModule {}
const app = await NestFactory.create(AppModule);
app.useGlobalInterceptors(new Access());
await app.listen(3000);
