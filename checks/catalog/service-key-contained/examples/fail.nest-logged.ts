// file: src/database.service.ts
import { Injectable, Logger } from '@nestjs/common';
import { createClient } from '@supabase/supabase-js';

@Injectable()
export class DatabaseService {
  private readonly logger = new Logger(DatabaseService.name);
  private readonly key = process.env.SUPABASE_SERVICE_ROLE_KEY ?? '';
  readonly client = createClient(process.env.SUPABASE_URL ?? '', this.key);

  check() {
    this.logger.log(`connected with ${this.key}`); // <- finding
  }
}
// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { DatabaseService } from './database.service.ts';

@Module({ providers: [DatabaseService] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
