import { Body, type CanActivate, Controller, type ExecutionContext, HttpException, Injectable, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import OpenAI from 'openai';
import { usage } from './usage.ts';

@Injectable()
class QuotaGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { user } = context.switchToHttp().getRequest();
    if ((await usage.today(user.id)) >= 50_000) throw new HttpException('quota exceeded', 429);
    return true;
  }
}
@Injectable()
class CoachService {
  private readonly openai = new OpenAI();
  ask(input: string) {
    return this.openai.responses.create({ model: 'gpt-4o-mini', input, max_output_tokens: 600 });
  }
}
@Controller('coach')
class CoachController {
  constructor(private readonly coach: CoachService) {}
  @UseGuards(QuotaGuard)
  @Post()
  ask(@Body() body: { text: string }) {
    return this.coach.ask(body.text);
  }
}
@Module({ controllers: [CoachController], providers: [CoachService, QuotaGuard] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
