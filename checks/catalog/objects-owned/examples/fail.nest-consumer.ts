import { Controller, Delete, MiddlewareConsumer, Module, Param, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { TokenMiddleware } from './signed-in.ts';

class LettersService {
  constructor(private readonly repository) {}
  remove(id: string) {
    return this.repository.delete(id);
  }
}
@ApiBearerAuth()
@Controller('accounts')
export class AccountsController {
  constructor(private readonly letters: LettersService) {}
  @Delete(':accountId') // <- finding
  remove(@Param('accountId') accountId: string) {
    return this.letters.remove(accountId);
  }
  @Delete(':accountId/hint')
  hint(@Param('accountId') accountId: string) {
    return this.letters.remove(accountId);
  }
}
@Module({ controllers: [AccountsController] })
class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(TokenMiddleware).forRoutes({ path: 'accounts/:accountId', method: RequestMethod.DELETE });
  }
}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
