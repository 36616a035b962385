import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { setupSwagger } from './swagger';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  setupSwagger(app);
  await app.listen(3000);
}
void bootstrap();
// file: swagger.ts
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

export function setupSwagger(app: INestApplication) {
  const config = new DocumentBuilder().setTitle('Plans').setVersion('1.0').addBearerAuth().build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config));
}
// file: app.module.ts
import { Module } from '@nestjs/common';
import { PlansController } from './plans.controller';

@Module({ controllers: [PlansController] })
export class AppModule {}
// file: plans.controller.ts
import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty } from '@nestjs/swagger';

class NewPlan {
  @ApiProperty({ description: 'What the user calls it.', example: 'Marathon' })
  name: string;
}

@Controller('v1/plans')
export class PlansController {
  @Post()
  @ApiOperation({ summary: 'Make a plan' })
  make(@Body() plan: NewPlan) {
    return plan;
  }
}
