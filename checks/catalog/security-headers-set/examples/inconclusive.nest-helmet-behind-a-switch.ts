import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import helmet from 'helmet';

@Module({})
class App {}

const app = await NestFactory.create(App);
// Nobody who leaves the variable out gets a header.
if (process.env.ENABLE_PAYMENTS === 'true') app.use(helmet());
await app.listen(3000);
