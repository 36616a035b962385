// The limits stand where older versions took them: the list that counts is empty.
import { Controller, Module, Post } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      useFactory: () => ({
        ttl: 60_000,
        limit: 10,
        throttlers: [], // <- finding
      }),
    }),
  ],
  controllers: [PlansController],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
