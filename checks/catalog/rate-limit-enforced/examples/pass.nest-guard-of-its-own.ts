// The guard is a class of the service's own, derived from the package's.
import { Controller, Injectable, Module, Post } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

@Injectable()
class PerAccountGuard extends ThrottlerGuard {
  protected override getTracker(request: { ip: string }): Promise<string> {
    return Promise.resolve(request.ip);
  }
}

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 10 }] })],
  controllers: [PlansController],
  providers: [{ provide: APP_GUARD, useClass: PerAccountGuard }],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
