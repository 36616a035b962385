// Nest's HTTP client is axios: without a timeout in the module, in the call or in the pipe it waits for ever.
import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { firstValueFrom, timeout } from 'rxjs';

@Injectable()
export class Weather {
  constructor(private readonly http: HttpService) {}

  today() {
    return firstValueFrom(this.http.get('https://weather.example/today')); // <- finding
  }

  tomorrow() {
    return firstValueFrom(this.http.get('https://weather.example/tomorrow').pipe(timeout(4_000)));
  }

  report(what: string) {
    return firstValueFrom(this.http.post('https://weather.example/reports', { what }, { timeout: 4_000 }));
  }
}

@Controller()
export class Plans {
  constructor(private readonly weather: Weather) {}

  @Get('/plans')
  plans() {
    return this.weather.today();
  }
}

@Module({ imports: [HttpModule], providers: [Weather], controllers: [Plans] })
export class AppModule {}

const app = await NestFactory.create(AppModule);
const server = app.getHttpServer();
server.requestTimeout = 20_000;
server.headersTimeout = 10_000;
server.connectionsCheckingInterval = 1_000;
await app.listen(3000);
