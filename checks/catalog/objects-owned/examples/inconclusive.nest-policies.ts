// A decorator names a policy, and whom that keeps away is decided where nothing here leads.
import { applyDecorators, Controller, Get, Module, NotFoundException, Param, ParseUUIDPipe, SetMetadata, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

const CheckPolicies = (...policies: string[]) => SetMetadata('policies', policies);
const Resource = (name: string) => applyDecorators(Controller(name), UseGuards(AuthGuard('jwt')));
const UuidParam = (name: string) => Param(name, new ParseUUIDPipe());

@Resource('invoices')
class InvoicesController {
  @Get(':id')
  @CheckPolicies('read:invoice')
  async one(@UuidParam('id') id: string) {
    const found = await prisma.invoice.findUnique({ where: { id } });
    if (!found) throw new NotFoundException();
    return found;
  }
}

@Module({ controllers: [InvoicesController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
