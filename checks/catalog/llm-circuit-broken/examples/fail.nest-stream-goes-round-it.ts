import { Body, Controller, Injectable, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import OpenAI from 'openai';
import CircuitBreaker from 'opossum';

@Injectable()
class CoachService {
  private readonly openai = new OpenAI();
  private readonly breaker = new CircuitBreaker((input: string) => this.complete(input), { timeout: 15_000, resetTimeout: 30_000 });

  ask(input: string) {
    return this.breaker.fire(input);
  }
  stream(input: string) {
    return this.openai.responses.create({ model: 'gpt-4o-mini', input, stream: true }); // <- finding
  }
  private complete(input: string) {
    return this.openai.responses.create({ model: 'gpt-4o-mini', input });
  }
}
@Controller('coach')
class CoachController {
  constructor(private readonly coach: CoachService) {}
  @Post('ask')
  async ask(@Body() body: { text: string }) {
    return this.coach.ask(body.text);
  }
  @Post('stream')
  async stream(@Body() body: { text: string }, @Res() res) {
    for await (const event of await this.coach.stream(body.text)) res.write(`data: ${JSON.stringify(event)}\n\n`);
    res.end();
  }
}
@Module({ controllers: [CoachController], providers: [CoachService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
