// Limits how often one client may call: koa-ratelimit with a bounded memory, told in the headers of the IETF draft.
import type { Context, Middleware } from 'koa';
import koaRateLimit from 'koa-ratelimit';
import { detailOf, Problem } from '../problem.ts';
import type { SharedMemory } from '../shared/redis.ts';

const WINDOW_S = 60;
const MOST_CLIENTS = 50_000;

export interface RateLimit {
  /** Names the policy in `RateLimit-Policy`. */
  readonly name: string;
  readonly perMinute: number;
  /** Who is counted; false lets the request pass uncounted. */
  readonly client: (ctx: Context) => string | false;
}

/** Counts with Redis where it is given and there, so that servers side by side share one limit; else in this process. */
export function rateLimit({ name, perMinute, client }: RateLimit, shared?: SharedMemory): Middleware {
  const options = { duration: WINDOW_S * 1_000, max: perMinute, id: (ctx: Context) => named(name, client(ctx)) };
  // The library's own memory driver would start a new count with every request.
  const alone = koaRateLimit({ ...options, driver: 'memory', db: new BoundedMap() });
  const together = shared && koaRateLimit({ ...options, driver: 'redis', db: shared.client });
  return async (ctx, next) => {
    let admitted = false;
    const admit = async () => {
      admitted = true;
    };
    if (shared === undefined || together === undefined) await alone(ctx, admit);
    else
      await shared.orAlone(
        'limits',
        () => together(ctx, admit),
        () => alone(ctx, admit),
      );
    const waitS = tell(ctx, name, perMinute);
    if (!admitted) {
      throw new Problem(429, detailOf(429), {
        headers: { 'Retry-After': String(waitS) },
        type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      });
    }
    await next();
  };
}

const named = (name: string, client: string | false): string | false => client !== false && `${name}:${client}`;

/** The client's address; of an IPv6 client its /64, which is what one subscriber is given. */
export function clientAddress(ctx: Context): string {
  return ctx.ip.includes(':') && !ctx.ip.startsWith('::ffff:') ? ctx.ip.split(':').slice(0, 4).join(':') : ctx.ip || 'unknown';
}

/** draft-ietf-httpapi-ratelimit-headers-10 in place of the library's headers; gives the seconds until the window ends. */
function tell(ctx: Context, name: string, perMinute: number): number {
  const { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = ctx.response.headers;
  for (const old of ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']) ctx.remove(old);
  if (reset === undefined) return 0;
  const waitS = Math.max(1, Math.ceil(Number(reset) - Date.now() / 1_000));
  ctx.append('RateLimit-Policy', `"${name}";q=${perMinute};w=${WINDOW_S}`);
  ctx.append('RateLimit', `"${name}";r=${Number(remaining)};t=${waitS}`);
  return waitS;
}

/** The library's memory driver never forgets a client by itself. */
class BoundedMap extends Map<unknown, unknown> {
  override set(key: unknown, value: unknown): this {
    const oldest = this.keys().next();
    if (this.size >= MOST_CLIENTS && !this.has(key) && !oldest.done) this.delete(oldest.value);
    return super.set(key, value);
  }
}
