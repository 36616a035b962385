import Fastify from 'fastify';
import { remember } from './remember.ts';
import { prisma } from './prisma.ts';

const app = Fastify();
app.get('/v1/exercises', async () => remember('exercises', 60, () => prisma.exercise.findMany({ take: 100 })));
await app.listen({ port: 3000 });
// file: remember.ts
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '', { commandTimeout: 500 });

export async function remember<T>(key: string, seconds: number, load: () => Promise<T>): Promise<T> {
  const kept = await redis.get(key);
  if (kept !== null) return JSON.parse(kept);
  const fresh = await load();
  await redis.set(key, JSON.stringify(fresh), 'EX', seconds);
  return fresh;
}
// file: prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
