import express from 'express';
import { prisma } from './prisma.ts';
import { idempotent } from './idempotent.ts';

const app = express();
app.post('/orders', idempotent, async (req, res) => res.json(await prisma.order.create({ data: req.body })));
app.post('/plans', async (req, res) => res.json(await prisma.plan.create({ data: req.body }))); // <- finding
app.listen(3000);
// file: idempotent.ts
import { redis } from './redis.ts';
export async function idempotent(req, res, next) {
  const key = req.get('Idempotency-Key');
  const kept = await redis.get(`answers:${key}`);
  if (kept) return res.json(JSON.parse(kept));
  next();
}
