import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiProperty, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

class Plan {
  @ApiProperty({ description: 'Its name.', example: 'Marathon' })
  name = '';
}
@Controller('plans')
class Plans {
  @Post()
  make(@Body() plan: Plan) {
    return plan;
  }
}
@Module({ controllers: [Plans] })
class AppModule {}
const app = await NestFactory.create(AppModule);
SwaggerModule.setup('docs', app, SwaggerModule.createDocument(app, new DocumentBuilder().build()));
await app.listen(3000);
