import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm';

@Entity()
class Plan {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column() title: string;
}

abstract class AddPlan {
  abstract execute(input: { title: string }): Promise<Plan>;
}

class AddPlanToTable implements AddPlan {
  constructor(private readonly plans: Repository<Plan>) {}
  async execute(input: { title: string }) {
    return this.plans.insert({ title: input.title });
  }
}

@Controller('plans')
class PlansController {
  constructor(private readonly addPlan: AddPlan) {}
  @Post() // <- finding
  add(@Body() body: { title: string }) {
    return this.addPlan.execute(body);
  }
}

@Module({
  imports: [TypeOrmModule.forFeature([Plan])],
  controllers: [PlansController],
  providers: [
    {
      provide: AddPlan,
      useFactory: (plans: Repository<Plan>) => {
        return new AddPlanToTable(plans);
      },
      inject: [getRepositoryToken(Plan)],
    },
  ],
})
class PlansModule {}

const app = await NestFactory.create(PlansModule);
await app.listen(3000);
