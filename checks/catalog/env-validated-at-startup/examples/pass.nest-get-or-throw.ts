// file: src/app.module.ts
import { Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';

@Injectable()
export class Database {
  readonly url: string;
  constructor(config: ConfigService) {
    this.url = config.getOrThrow('DATABASE_URL');
  }
}

@Module({ imports: [ConfigModule.forRoot()], providers: [Database] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
