// file: main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
// file: app.module.ts
import { Body, Controller, Module, Post } from '@nestjs/common';
import { CoachService } from './coach.service.ts';

@Controller('coach')
class CoachController {
  constructor(private readonly coach: CoachService) {}
  @Post()
  ask(@Body() body: { text: string }) {
    return this.coach.ask(body.text);
  }
}
@Module({ controllers: [CoachController], providers: [CoachService] })
export class AppModule {}
// file: coach.service.ts
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import OpenAI from 'openai';
import CircuitBreaker from 'opossum';

@Injectable()
export class CoachService {
  private readonly openai = new OpenAI();
  private readonly breaker: CircuitBreaker<[string], string>;

  constructor() {
    this.breaker = new CircuitBreaker(this.complete.bind(this), { timeout: 15_000, errorThresholdPercentage: 50, resetTimeout: 30_000 });
    this.breaker.fallback(() => {
      throw new ServiceUnavailableException();
    });
  }
  ask(text: string): Promise<string> {
    return this.breaker.fire(text);
  }
  private async complete(text: string): Promise<string> {
    const answer = await this.openai.responses.create({ model: 'gpt-4o-mini', input: text });
    return answer.output_text;
  }
}
