import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { StoreHealth } from '@company/store';

const url = process.env.MONGO_URL;
@Controller('health-check')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly store: StoreHealth,
  ) {}

  @Get()
  @HealthCheck()
  check() {
    return this.health.check([async () => this.store.isHealthy(url)]);
  }
}

@Module({ controllers: [HealthController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
