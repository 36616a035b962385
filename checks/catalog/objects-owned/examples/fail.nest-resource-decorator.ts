// A decorator of the service makes the controller and asks who is there; nothing asks whose invoice it is.
import { applyDecorators, Body, Controller, createParamDecorator, Get, Module, NotFoundException, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

const Resource = (name: string) => applyDecorators(Controller(name), UseGuards(AuthGuard('jwt')));
const CurrentUser = createParamDecorator((_, context) => context.switchToHttp().getRequest().user);
const UuidParam = (name: string) => Param(name, new ParseUUIDPipe());

@Resource('invoices')
class InvoicesController {
  @Get(':id') // <- finding
  async one(@UuidParam('id') id: string) {
    const found = await prisma.invoice.findUnique({ where: { id } });
    if (!found) throw new NotFoundException();
    return found;
  }

  @Get(':id/lines')
  async lines(@UuidParam('id') id: string, @CurrentUser() user: { id: string }) {
    return prisma.invoice.findFirst({ where: { id, userId: user.id }, select: { lines: true } });
  }

  @Post()
  make(@Body() body: { total: number }, @CurrentUser() user: { id: string }) {
    return prisma.invoice.create({ data: { total: body.total, userId: user.id } });
  }
}

@Module({ controllers: [InvoicesController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
