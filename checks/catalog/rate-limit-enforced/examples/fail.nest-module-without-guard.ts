import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({
  imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])], // <- finding
  controllers: [PlansController],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
