import { execSync } from 'node:child_process';
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';
import Koa from 'koa';

const prisma = new PrismaClient();
const router = new Router();
router.post('/admin/migrate', (ctx) => {
  ctx.body = execSync('npx prisma migrate deploy').toString();
});
router.get('/plans', async (ctx) => {
  ctx.body = await prisma.plan.findMany({ take: 20 });
});

const app = new Koa(); // <- finding
app.use(router.routes());
app.listen(3000);
