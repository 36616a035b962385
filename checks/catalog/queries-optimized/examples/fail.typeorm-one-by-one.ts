import { Controller, Get, Injectable, Module, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm';

@Entity()
class Plan {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column() name: string;
}
@Injectable()
class PlansService {
  constructor(@InjectRepository(Plan) private readonly plans: Repository<Plan>) {}
  async named(ids: string[]) {
    const found: Plan[] = [];
    for (const id of ids) {
      const plan = await this.plans.findOne({ where: { id }, select: { id: true, name: true } }); // <- finding
      if (plan) found.push(plan);
    }
    return found;
  }
}
@Controller('plans')
class PlansController {
  constructor(private readonly plans: PlansService) {}
  @Get()
  list(@Query('ids') ids: string) {
    return this.plans.named(ids.split(','));
  }
}
@Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' }), TypeOrmModule.forFeature([Plan])], controllers: [PlansController], providers: [PlansService] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
