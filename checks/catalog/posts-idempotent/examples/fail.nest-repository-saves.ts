// A repository that makes the object and saves it inserts a row; one that changes what it found does not.
import { Body, Controller, Module, Param, Post, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';

@Entity()
class Plan {
  @PrimaryGeneratedColumn() id: number;
  @Column() title: string;
}

@Controller('plans')
class PlansController {
  constructor(@InjectRepository(Plan) private readonly plans: Repository<Plan>) {}

  @Post() // <- finding
  async make(@Body() input: { title: string }) {
    const plan = this.plans.create(input);
    return this.plans.save(plan);
  }

  @Post(':id/title')
  async rename(@Param('id') id: number, @Body() input: { title: string }) {
    const plan = await this.plans.findOneByOrFail({ id });
    plan.title = input.title;
    return this.plans.save(plan);
  }
}

@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' })], controllers: [PlansController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
