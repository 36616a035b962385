// Each error of class-validator holds `target`, the object that was sent: a password comes back with the complaint about an e-mail.
import { type ArgumentsHost, Catch, Controller, Module, Post, UnprocessableEntityException, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Catch(UnprocessableEntityException)
class InvalidInputFilter {
  catch(exception: UnprocessableEntityException, host: ArgumentsHost) {
    const body = exception.getResponse();
    host.switchToHttp().getResponse().status(exception.getStatus()).json(body);
  }
}

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.useGlobalFilters(new InvalidInputFilter());
app.useGlobalPipes(
  new ValidationPipe({
    whitelist: true,
    exceptionFactory: (errors) => new UnprocessableEntityException(errors), // <- finding
  }),
);
await app.listen(3000);
