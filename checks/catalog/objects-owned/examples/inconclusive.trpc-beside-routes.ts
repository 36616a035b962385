import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';
import { expressjwt } from 'express-jwt';
import { db } from './db.ts';
import { plans } from './plans.ts';

const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET ?? '', algorithms: ['HS256'] }));
app.get('/api/plans/:id', async (request, response) => {
  response.json(await db.plan.findFirst({ where: { id: request.params.id, userId: request.auth.sub } }));
});
app.use('/trpc', createExpressMiddleware({ router: plans }));
app.listen(3000);
// file: db.ts
import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
// file: plans.ts
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { db } from './db.ts';

const t = initTRPC.create();
export const plans = t.router({
  remove: t.procedure.input(z.object({ id: z.string() })).mutation(({ input }) => db.plan.delete({ where: { id: input.id } })),
});
