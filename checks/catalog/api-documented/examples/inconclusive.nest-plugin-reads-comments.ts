// file: nest-cli.json
{ "sourceRoot": "src", "compilerOptions": { "plugins": [{ "name": "@nestjs/swagger/plugin", "options": { "introspectComments": true } }] } }
// file: package.json
{ "name": "plans", "scripts": { "start": "node dist/main.js" }, "dependencies": { "@nestjs/core": "11.0.0", "@nestjs/swagger": "11.0.0" } }
// file: src/main.ts
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

class CreatePlan {
  /**
   * @example "Ten weeks to a marathon"
   */
  name!: string;
}

@Controller('plans')
class PlansController {
  @Post()
  make(@Body() plan: CreatePlan) {
    return plan;
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
SwaggerModule.setup('docs', app, SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Plans').build()));
await app.listen(3000);
