// The service hands a command to a bus, and the handler decorated for it inserts.
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CommandHandler, CqrsModule } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

class Plan {
  title: string;
}
class MakePlan {
  constructor(readonly title: string) {}
}

@CommandHandler(MakePlan)
class MakePlanHandler {
  constructor(@InjectRepository(Plan) private readonly plans: Repository<Plan>) {}

  async execute(command: MakePlan) {
    return this.plans.save(this.plans.create({ title: command.title }));
  }
}

@Controller('plans')
class PlansController {
  constructor(private readonly commands: CommandBus) {}

  @Post() // <- finding
  make(@Body() input: { title: string }) {
    return this.commands.execute(new MakePlan(input.title));
  }
}

@Module({ imports: [CqrsModule], controllers: [PlansController], providers: [MakePlanHandler] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
