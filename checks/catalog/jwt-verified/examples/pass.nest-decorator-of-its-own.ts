// The guard hangs in a decorator of the service's own, which puts several together.
import { applyDecorators, Controller, Get, Module, SetMetadata, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportModule, PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

class TokenStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_PUBLIC_KEY, algorithms: ['RS256'] });
  }
  validate(payload: { sub: string }) {
    return { id: payload.sub };
  }
}

function SignedIn(roles: string[]): MethodDecorator {
  return applyDecorators(SetMetadata('roles', roles), UseGuards(AuthGuard('jwt')));
}

@Controller('plans')
class PlansController {
  @Get()
  @SignedIn(['user'])
  all() {
    return [];
  }
}

@Module({ imports: [PassportModule], controllers: [PlansController], providers: [TokenStrategy] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
