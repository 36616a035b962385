import { Controller, Delete, Get, Module, NotFoundException, Param, Patch, UnauthorizedException, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UserId } from './user-id.decorator.ts';
import { SignedInGuard } from './signed-in.guard.ts';

class WeeksService {
  constructor(private readonly repository) {}
  async one(id: string, userId?: number) {
    const builder = this.repository.createQueryBuilder('weeks');
    builder.where('weeks.id = :id', { id });
    if (userId) {
      builder.andWhere('weeks.user_id = :userId', { userId });
    }
    const week = await builder.getOne();
    if (!week) throw new NotFoundException();
    return week;
  }
  remove(id: string) {
    return this.repository.softDelete(id);
  }
  rename(id: string, name: string) {
    return this.repository.update(id, { name });
  }
}
@Controller('weeks')
@UseGuards(SignedInGuard)
export class WeeksController {
  constructor(private readonly weeks: WeeksService) {}
  @Get(':id')
  get(@Param('id') id: string, @UserId() userId: number) {
    return this.weeks.one(id, userId);
  }
  @Delete(':id')
  async remove(@Param('id') id: string, @UserId() userId: number) {
    const week = await this.weeks.one(id, userId);
    await this.weeks.remove(week.id);
  }
  @Patch(':id')
  async rename(@Param('id') id: string, @UserId() userId: number) {
    const week = await this.weeks.one(id);
    if (week.user_id !== userId) {
      throw new UnauthorizedException();
    }
    await this.weeks.rename(id, 'Peak');
  }
}
@Module({ controllers: [WeeksController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
