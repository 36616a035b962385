// file: src/app.module.ts
import { Controller, Get, Headers, Module } from '@nestjs/common';
import { JwtModule, JwtService } from '@nestjs/jwt';

@Controller('plans')
class PlansController {
  constructor(private readonly tokens: JwtService) {}

  @Get()
  async all(@Headers('authorization') authorization: string) {
    const claims = await this.tokens.verifyAsync(authorization.slice(7));
    return { owner: claims.sub };
  }
}

@Module({
  imports: [JwtModule.register({ secret: 'plans-signing-2024' })], // <- finding
  controllers: [PlansController],
})
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
