import { Module } from '@nestjs/common';
import { ConfigModule, registerAs } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { IsString, validateSync } from 'class-validator';

class CoachVariables {
  @IsString()
  OPENAI_API_KEY!: string;
}

function validated<T extends object>(variables: Record<string, unknown>, type: new () => T): T {
  const made = plainToInstance(type, variables, { enableImplicitConversion: true });
  const errors = validateSync(made, { skipMissingProperties: false });
  if (errors.length > 0) throw new Error(errors.toString());
  return made;
}

const coachConfig = registerAs('coach', () => {
  validated(process.env, CoachVariables);
  return { key: process.env.OPENAI_API_KEY };
});

@Module({ imports: [ConfigModule.forRoot({ isGlobal: true, load: [coachConfig] })] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
