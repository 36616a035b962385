// No property is described in code: Nest's compiler may be told to read the comments.
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
