import { Catch, Controller, Get, InternalServerErrorException, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { tracing } from './tracing.ts';

const logger = new Logger('start');
try {
  tracing.start();
} catch (error) {
  logger.error(new InternalServerErrorException('tracing does not start', { cause: error, description: String(error.stack) }));
}

@Catch()
class LastResort {
  catch(_error, host) {
    host.switchToHttp().getResponse().status(500).json({ detail: 'Something went wrong.' });
  }
}

@Controller('plans')
class Plans {
  @Get()
  find() {
    return [];
  }
}
const app = await NestFactory.create(Plans);
app.useGlobalFilters(new LastResort());
await app.listen(3000);
