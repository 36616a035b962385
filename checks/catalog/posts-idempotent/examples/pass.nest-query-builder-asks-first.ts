// What a query builder finds stops the making.
import { Body, ConflictException, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';

@Entity()
class Member {
  @PrimaryGeneratedColumn() id: number;
  @Column() email: string;
}

@Controller('members')
class MembersController {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  @Post()
  async make(@Body() input: { email: string }) {
    const search = this.members.createQueryBuilder('member').where('member.email = :email', input);
    const member = await search.getOne();
    if (member) throw new ConflictException('There is a member of this address');
    const made = new Member();
    made.email = input.email;
    return this.members.save(made);
  }
}

@Module({ controllers: [MembersController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
