// The settings class throws where a variable is missing, and a factory reads its getters as the module is made.
import { Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

@Injectable()
class Settings {
  constructor(private readonly config: ConfigService) {}

  private text(key: string): string {
    const value = this.config.get<string>(key);
    if (value === undefined) throw new Error(`${key} is not set`);
    return value;
  }

  get database() {
    return { type: 'postgres' as const, host: this.text('DB_HOST'), password: this.text('DB_PASSWORD') };
  }
}

@Module({
  imports: [
    ConfigModule.forRoot(),
    TypeOrmModule.forRootAsync({ useFactory: (settings: Settings) => settings.database, inject: [Settings] }),
  ],
  providers: [Settings],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
