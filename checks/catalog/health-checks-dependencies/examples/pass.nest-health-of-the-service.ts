import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { HealthCheck, HealthCheckService, TerminusModule, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';

@Controller('health')
export class HealthController {
  constructor(
    private health: HealthCheckService,
    private database: TypeOrmHealthIndicator,
  ) {}
  @Get('/service')
  @HealthCheck()
  async service() {
    return this.health.check([async () => this.database.pingCheck('db')]);
  }
}
@Module({ imports: [TerminusModule, TypeOrmModule.forRoot({ type: 'postgres' })], controllers: [HealthController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
