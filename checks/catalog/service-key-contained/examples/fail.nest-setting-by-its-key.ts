import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { cleanEnv, num, str } from 'envalid';

interface Environment {
  readonly MAX_PLANS: number;
  readonly STRIPE_SECRET_KEY: string;
}

@Injectable()
class Settings {
  private readonly environment: Environment;

  constructor() {
    this.environment = cleanEnv(process.env, { MAX_PLANS: num({ default: 10 }), STRIPE_SECRET_KEY: str() });
  }

  get<K extends keyof Environment>(key: K): Environment[K] {
    return this.environment[key];
  }
}

@Injectable()
class Plans {
  constructor(private readonly settings: Settings) {}

  add(count: number) {
    const most = this.settings.get('STRIPE_SECRET_KEY');
    // Whoever reads the log can pay.
    if (count > most.length) throw new Error(`Too many plans (${most} at most)`); // <- finding
  }
}

@Module({ providers: [Plans, Settings] })
class App {}

const app = await NestFactory.create(App);
await app.listen(3000);
