// file: src/all.filter.ts
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';

@Catch()
export class AllFilter implements ExceptionFilter {
  catch(exception: Error, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    response.status(500).json({ detail: 'Something went wrong.', trace: exception.stack }); // <- finding
  }
}
// file: src/app.module.ts
import { Module } from '@nestjs/common';

@Module({})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AllFilter } from './all.filter.ts';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
app.useGlobalFilters(new AllFilter());
await app.listen(3000);
