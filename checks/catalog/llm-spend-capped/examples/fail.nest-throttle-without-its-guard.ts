import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Throttle, ThrottlerModule } from '@nestjs/throttler';
import OpenAI from 'openai';

@Injectable()
class CoachService {
  private readonly openai = new OpenAI();
  ask(input: string) {
    return this.openai.responses.create({ model: 'gpt-4o-mini', input, max_output_tokens: 600 }); // <- finding
  }
}
@Controller('coach')
class CoachController {
  constructor(private readonly coach: CoachService) {}
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post()
  ask(@Body() body: { text: string }) {
    return this.coach.ask(body.text);
  }
}
@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])], controllers: [CoachController], providers: [CoachService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
