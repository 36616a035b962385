import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';

@Injectable()
class Database {
  readonly pool = new Pool({ connectionString: process.env.DATABASE_URL });
}

@Controller('plans')
class PlansController {
  constructor(private readonly database: Database) {}

  @Get()
  async all() {
    return (await this.database.pool.query('select id from plans')).rows;
  }
}

@Module({ controllers: [PlansController], providers: [Database] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
