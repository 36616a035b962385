// One prefix stands before all controllers; the probe is left out of it by name.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Get(':id')
  one() {
    return {};
  }
}

@Controller('health')
class HealthController {
  @Get()
  check() {
    return { status: 'ok' };
  }
}

@Module({ controllers: [PlansController, HealthController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api/v1', { exclude: ['health'] });
await app.listen(3000);
