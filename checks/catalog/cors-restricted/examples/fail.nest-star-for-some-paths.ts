// The options are made per request: some paths are open to everybody.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

interface Asked {
  readonly url: string;
}
interface Options {
  origin: boolean | string | string[];
}

function perRequest(request: Asked, callback: (error: Error | null, options: Options) => void) {
  const options: Options = { origin: false };
  if (isWidget(request.url)) options.origin = '*'; // <- finding
  else options.origin = [process.env.APP_URL ?? 'https://app.stride.example'];
  callback(null, options);
}
const isWidget = (url: string): boolean => url.startsWith('/widgets');

@Controller()
export class Plans {
  @Get('/widgets')
  plans() {
    return [];
  }
}

@Module({ controllers: [Plans] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
app.enableCors(perRequest);
await app.listen(3000);
