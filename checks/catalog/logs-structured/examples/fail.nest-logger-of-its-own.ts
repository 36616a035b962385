// Nothing replaces Nest's logger, which writes coloured text.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Get()
  list() {
    return [];
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule); // <- finding
  await app.listen(3000);
}
void bootstrap();
