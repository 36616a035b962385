import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Injectable()
export class WriterService {
  async write(prompt: string) {
    const send = typeof fetch !== 'undefined' ? fetch : require('node-fetch');
    const answer = await send(process.env.COMPLETIONS_URL, { // <- finding
      method: 'POST',
      headers: { authorization: `Bearer ${process.env.COMPLETIONS_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: process.env.COMPLETIONS_MODEL,
        messages: [
          { role: 'system', content: 'You write training plans.' },
          { role: 'user', content: prompt },
        ],
        n: 1,
      }),
      signal: AbortSignal.timeout(20_000),
    });
    return answer.json();
  }
}
@Controller('plans')
export class PlansController {
  constructor(private readonly writer: WriterService) {}
  @Post()
  write(@Body() body: { goal: string }) {
    return this.writer.write(body.goal);
  }
}
@Module({ controllers: [PlansController], providers: [WriterService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
