// A decorator of the service's own makes controllers, and a factory gives them their methods.
import { applyDecorators, Controller, Get, Module, Param, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';

function Resource(name: string, open = false) {
  const all = [Controller(name)];
  if (!open) all.push(UseGuards(AuthGuard('jwt')));
  return applyDecorators(...all);
}

function Crud<Item>() {
  class Base {
    protected items = new Map<string, Item>();

    @Get(':id') // <- finding
    one(@Param('id') id: string) {
      return this.items.get(id);
    }

    @Post()
    make() {
      return {};
    }
  }
  return Base;
}

@Resource('plans')
class PlansController extends Crud<{ name: string }>() {}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
