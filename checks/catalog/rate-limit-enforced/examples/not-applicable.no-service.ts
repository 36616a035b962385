// A limiter for others to use: nothing here listens.
import rateLimit from 'express-rate-limit';

export const limiter = (max: number) => rateLimit({ windowMs: 60_000, max });
