// What stands before all controllers is a setting: whether it names a version is not in the source.
import { Controller, Get, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Get(':id')
  one() {
    return {};
  }
}

@Module({ imports: [ConfigModule.forRoot()], controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.setGlobalPrefix(app.get(ConfigService).getOrThrow('API_PREFIX'));
await app.listen(3000);
