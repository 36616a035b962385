// What the environment chooses is where the lines go; the level is the same in both.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger, LoggerModule } from 'nestjs-pino';

@Controller('plans')
class PlansController {
  @Get()
  all() {
    return [];
  }
}

@Module({
  imports: [
    LoggerModule.forRoot({ // <- finding
      pinoHttp: {
        transport:
          process.env.NODE_ENV === 'production'
            ? { targets: [{ target: 'pino/file', level: 'info', options: { destination: 1 } }] }
            : { targets: [{ target: 'pino-pretty', level: 'info', options: { colorize: true } }] },
      },
    }),
  ],
  controllers: [PlansController],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { bufferLogs: true });
app.useLogger(app.get(Logger));
await app.listen(3000);
