import { Controller, Delete, Module, Param, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtAuthGuard } from './jwt-auth.guard.ts';

class DocumentsService {
  constructor(private readonly repository) {}
  remove(id: string) {
    return this.repository.delete(id);
  }
}
@Controller('users')
@UseGuards(JwtAuthGuard)
export class UsersController {
  constructor(private readonly documents: DocumentsService) {}
  @Delete(':userId') // <- finding
  remove(@Param('userId') userId: string) {
    return this.documents.remove(userId);
  }
}
@Module({ controllers: [UsersController] })
class AppModule {}
const app = await NestFactory.create(AppModule);
await app.listen(3000);
