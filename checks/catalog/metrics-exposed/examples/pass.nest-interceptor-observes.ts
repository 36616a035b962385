import { type CallHandler, type ExecutionContext, Injectable, Module, type NestInterceptor } from '@nestjs/common';
import { APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { InjectMetric, makeHistogramProvider, PrometheusModule } from '@willsoto/nestjs-prometheus';
import type { Histogram } from 'prom-client';
import { tap } from 'rxjs';

@Injectable()
class Measure implements NestInterceptor {
  constructor(@InjectMetric('http_request_duration_seconds') private readonly duration: Histogram<string>) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    const end = this.duration.startTimer({ method: request.method, route: request.route.path });
    return next.handle().pipe(tap(() => end({ status: context.switchToHttp().getResponse().statusCode })));
  }
}

@Module({
  imports: [PrometheusModule.register({ path: '/metrics' })],
  providers: [
    makeHistogramProvider({ name: 'http_request_duration_seconds', help: 'Time to answer.', labelNames: ['method', 'route', 'status'] }),
    { provide: APP_INTERCEPTOR, useClass: Measure },
  ],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
