import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

@Controller('health')
export class HealthController {
  @Get() // <- finding
  check() {
    return { status: 'ok' };
  }
}

@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' })], controllers: [HealthController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
