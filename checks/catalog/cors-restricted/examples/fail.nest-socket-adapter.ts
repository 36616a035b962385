// The origins are a setting of the service's own; unset, it is a star, and the sockets take it.
import { Controller, Get, type INestApplicationContext, Module } from '@nestjs/common';
import { ConfigModule, ConfigService, registerAs } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { ServerOptions } from 'socket.io';

const web = registerAs('web', () => ({
  port: Number(process.env.PORT),
  origins: process.env.WEB_ORIGINS?.split(',') ?? '*', // <- finding
}));

class Sockets extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: ConfigService,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions) {
    const cors = { origin: this.config.get('web.origins') };
    return super.createIOServer(port, { ...options, cors });
  }
}

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({ imports: [ConfigModule.forRoot({ load: [web] })], controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
app.useWebSocketAdapter(new Sockets(app, app.get(ConfigService)));
await app.listen(3000);
