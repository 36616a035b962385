import { Controller, Get, Module, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
await app.listen(3000);
