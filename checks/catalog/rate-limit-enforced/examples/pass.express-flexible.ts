import express from 'express';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis.ts';

const limiter = new RateLimiterRedis({ storeClient: redis, points: 10, duration: 1 });
const limit = (req, res, next) => {
  limiter
    .consume(req.ip)
    .then(() => next())
    .catch(() => res.status(429).send('Too Many Requests'));
};

const app = express();
app.use(limit);
app.post('/api/generate', (_req, res) => {
  res.json({});
});
app.listen(3000);
// file: redis.ts
import { Redis } from 'ioredis';
export const redis = new Redis(process.env.REDIS_URL ?? '');
