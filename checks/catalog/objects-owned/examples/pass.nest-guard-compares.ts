// A guard looks the row up by the id of the path and lets only its owner pass; another one is for those who run the service.
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Module, NotFoundException, Param, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Injectable()
class PlanOwnerGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const { planId } = request.params;
    const plan = await prisma.plan.findUnique({ where: { id: planId } });
    if (!plan) throw new NotFoundException();
    return plan.ownerId === request.user.id;
  }
}

@Injectable()
class AdministratorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest();
    return user?.isAdmin === true;
  }
}

@Controller('plans')
@UseGuards(AuthGuard('jwt'))
class PlansController {
  @Get(':planId')
  @UseGuards(PlanOwnerGuard)
  one(@Param('planId') planId: string) {
    return prisma.plan.findUnique({ where: { id: planId } });
  }
}

@Controller('users')
@UseGuards(AuthGuard('jwt'), AdministratorGuard)
class UsersController {
  @Delete(':id')
  remove(@Param('id') id: string) {
    return prisma.user.delete({ where: { id } });
  }
}

@Module({ controllers: [PlansController, UsersController] })
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
