import { Controller, Get, Module, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Get() // <- finding
  all() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
// Without a default version, routes that name none have none.
app.enableVersioning({ type: VersioningType.URI });
await app.listen(3000);
