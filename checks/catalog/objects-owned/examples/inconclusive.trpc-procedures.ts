import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';
import { plans } from './plans.ts';

const app = express();
app.get('/healthz', (_request, response) => response.end());
app.use('/trpc', createExpressMiddleware({ router: plans, createContext: ({ req }) => ({ userId: req.header('x-user') }) }));
app.listen(3000);
// file: plans.ts
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { store } from 'the-store';

const t = initTRPC.context<{ userId?: string }>().create();
export const plans = t.router({
  byId: t.procedure.input(z.object({ id: z.string() })).query(({ input }) => store.find(input.id)),
  add: t.procedure.input(z.object({ title: z.string() })).mutation(({ input }) => store.add(input.title)),
});
