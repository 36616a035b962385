import { GoogleGenAI } from '@google/genai';
import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pRetry, { AbortError } from 'p-retry';

@Injectable()
class CoachService {
  private readonly gemini = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

  ask(contents: string) {
    return pRetry(() => this.once(contents), { retries: 3, factor: 2, minTimeout: 500, maxTimeout: 8_000, randomize: true });
  }
  private async once(contents: string) {
    try {
      return await this.gemini.models.generateContent({ model: 'gemini-2.5-flash', contents });
    } catch (error) {
      if (error.status === 400) throw new AbortError(error);
      throw error;
    }
  }
}
@Controller('coach')
class CoachController {
  constructor(private readonly coach: CoachService) {}
  @Post()
  async ask(@Body() body: { text: string }) {
    return (await this.coach.ask(body.text)).text;
  }
}
@Module({ controllers: [CoachController], providers: [CoachService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
