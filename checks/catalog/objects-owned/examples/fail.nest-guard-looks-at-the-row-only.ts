// The guard finds the row and asks whether it is there and not locked, never whose it is.
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Module, Param, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Injectable()
class PlanIsOpen implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { planId } = context.switchToHttp().getRequest().params;
    const plan = await prisma.plan.findUnique({ where: { id: planId } });
    return plan !== null && !plan.locked;
  }
}

@Controller('plans')
@UseGuards(AuthGuard('jwt'))
class PlansController {
  @Get(':planId')
  one(@Param('planId') planId: string, @Req() request) {
    return prisma.plan.findFirst({ where: { id: planId, ownerId: request.user.id } });
  }

  @Delete(':planId') // <- finding
  @UseGuards(PlanIsOpen)
  remove(@Param('planId') planId: string) {
    return prisma.plan.delete({ where: { id: planId } });
  }
}

@Module({ controllers: [PlansController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
