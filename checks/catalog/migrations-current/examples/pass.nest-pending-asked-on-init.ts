import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

@Injectable()
class SchemaGate implements OnApplicationBootstrap {
  constructor(private readonly source: DataSource) {}
  async onApplicationBootstrap(): Promise<void> {
    if (await this.source.showMigrations()) throw new Error('migrations are pending');
  }
}
@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres', migrations: ['migrations/*.js'] })], providers: [SchemaGate] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
