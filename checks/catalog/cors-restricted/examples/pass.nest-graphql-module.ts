// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';

@Module({
  imports: [GraphQLModule.forRoot({ autoSchemaFile: true, cors: { origin: ['https://app.example.com'], credentials: true } })],
})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
