// The serializer puts each body into the record; one field of it is taken out again.
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger, LoggerModule } from 'nestjs-pino';

@Controller('plans')
class PlansController {
  @Post()
  make() {
    return {};
  }
}

@Module({
  imports: [
    LoggerModule.forRoot({ // <- finding
      pinoHttp: {
        serializers: {
          req(request) {
            request.body = request.raw.body;
            return request;
          },
        },
        redact: { paths: ['req.headers.authorization', 'req.body.password'] },
      },
    }),
  ],
  controllers: [PlansController],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { bufferLogs: true });
app.useLogger(app.get(Logger));
await app.listen(3000);
