// file: src/app.module.ts
import { Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';

@Injectable()
export class Database {
  readonly url: string | undefined;

  constructor(config: ConfigService) {
    this.url = config.get<string>('DATABASE_URL');
  }
}

@Module({ imports: [ConfigModule.forRoot({ isGlobal: true })], providers: [Database] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule); // <- finding
await app.listen(3000);
