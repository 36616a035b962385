import express from 'express';
import expressWs from 'express-ws';
import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { tokens } from './tokens.ts';

const store = new Redis(process.env.REDIS_URL);
const limiterFor = (mode: string) => new RateLimiterRedis({ storeClient: store, keyPrefix: mode, points: 60, duration: 60 });

function unlessOff(run, instead) {
  return async function (...args) {
    if (process.env.SIGN_IN === 'off') return instead;
    return await run(...args);
  };
}
async function byToken(req, mode: string) {
  const owner = await tokens.ownerOf(req.headers.authorization);
  let limiter: RateLimiterRedis;
  limiter = limiterFor(mode);
  try {
    await limiter.consume(owner);
  } catch {
    return { ok: false, status: 429 };
  }
  return { ok: true, owner };
}
async function signedIn(req, mode: string) {
  return unlessOff(byToken, { ok: true, owner: 'nobody' })(req, mode);
}
const asks = (mode: string) => (req, res, next) => {
  (async () => {
    const found = await signedIn(req, mode);
    if (!found.ok) return res.status(found.status).json({ error: 'Not now.' });
    req.owner = found.owner;
    next();
  })().catch(next);
};

const plain = express();
const sockets = expressWs(plain);
const app = sockets.app;
const router = express.Router();
router.get('/plans', asks('plans'), (_req, res) => res.json({ plans: [] }));
router.post('/plans', asks('plans'), (_req, res) => res.status(201).json({}));
app.use('/v1', router);
app.listen(3000);
