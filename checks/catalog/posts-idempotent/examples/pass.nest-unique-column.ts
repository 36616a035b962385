import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';

@Entity()
class MemberEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ unique: true }) email: string;
}

@Controller('members')
class MembersController {
  constructor(@InjectRepository(MemberEntity) private readonly memberRepository: Repository<MemberEntity>) {}

  @Post()
  async make(@Body() input: { email: string }) {
    return this.memberRepository.save(this.memberRepository.create(input));
  }
}

@Module({ controllers: [MembersController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
