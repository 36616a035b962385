// One pipe takes the names and the rules out of each error, the other leaves out what was sent.
import { BadRequestException, Body, Controller, HttpException, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller('plans')
class PlansController {
  @Post()
  make(@Body(new ValidationPipe({ validationError: { target: false, value: false }, exceptionFactory: (errors) => new BadRequestException(errors) })) plan: { title: string }) {
    if (plan.title === '') throw new HttpException('A plan needs a title', 422);
    return plan;
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(
  new ValidationPipe({
    exceptionFactory: (errors) => new BadRequestException(errors.map(({ property, constraints }) => ({ property, rules: Object.keys(constraints ?? {}) }))),
  }),
);
await app.listen(3000);
