import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres', url: process.env.DATABASE_URL, autoLoadEntities: true, extra: { max: 20 } }),
    }),
  ],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
