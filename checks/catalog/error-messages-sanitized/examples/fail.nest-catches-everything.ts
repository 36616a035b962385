import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Catch()
class EveryError implements ExceptionFilter {
  catch(exception: Error, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    response.status(500).json({ message: exception.message }); // <- finding
  }
}

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
app.useGlobalFilters(new EveryError());
await app.listen(3000);
