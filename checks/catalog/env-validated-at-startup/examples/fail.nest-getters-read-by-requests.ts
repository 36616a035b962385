// The same class, read only when a request comes: the service starts without its key.
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';

@Injectable()
class Settings {
  constructor(private readonly config: ConfigService) {}

  get mailKey() {
    const value = this.config.get<string>('MAIL_API_KEY');
    if (value === undefined) throw new Error('MAIL_API_KEY is not set');
    return value;
  }
}

@Controller('mails')
class MailsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  async all() {
    return fetch('https://mail.example.com', { headers: { authorization: this.settings.mailKey } });
  }
}

@Module({ imports: [ConfigModule.forRoot()], controllers: [MailsController], providers: [Settings] })
class AppModule {}

const app = await NestFactory.create(AppModule); // <- finding
await app.listen(3000);
