// Limits how often one client may call: koa-ratelimit with a bounded memory, told in the headers of the IETF draft.
import type { Context, Middleware, Next } from 'koa';
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

/** How a client stands: what is left until the window ends, in Unix seconds. */
interface Standing {
  remaining: number;
  readonly reset: number;
}

/** Counts with Redis where it is given and there, so that servers side by side share one limit; else in this process. */
export function rateLimit({ name, perMinute, client }: RateLimit, shared?: SharedMemory): Middleware {
  const idOf = (ctx: Context): string | false => named(name, client(ctx));
  const options = { duration: WINDOW_S * 1_000, max: perMinute, id: idOf };
  const counts = new Counts();
  // Without a map of ours the library's memory driver would start a new count with every request.
  const alone = koaRateLimit({ ...options, driver: 'memory', db: counts, disableHeader: true });
  const together = shared && koaRateLimit({ ...options, driver: 'redis', db: shared.client });
  const policy = `"${name}";q=${perMinute};w=${WINDOW_S}`;
  const tell = (ctx: Context, { remaining, reset }: Standing): number => {
    const waitS = Math.max(1, Math.ceil(reset - Date.now() / 1_000));
    // draft-ietf-httpapi-ratelimit-headers-10
    ctx.res.appendHeader('RateLimit-Policy', policy);
    ctx.res.appendHeader('RateLimit', `"${name}";r=${remaining};t=${waitS}`);
    return waitS;
  };
  const refuse = (waitS: number) => {
    throw new Problem(429, detailOf(429), {
      headers: { 'Retry-After': String(waitS) },
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    });
  };
  const askLibrary = async (ctx: Context, next: Next, id: string): Promise<unknown> => {
    let admitted = false;
    const admit = async () => {
      admitted = true;
    };
    const countAlone = () => alone(ctx, admit).then(() => counts.standing(id));
    const standing = await (shared === undefined || together === undefined
      ? countAlone()
      : shared.orAlone('limits', () => together(ctx, admit).then(() => toldBy(ctx)), countAlone));
    const waitS = tell(ctx, standing);
    if (!admitted) refuse(waitS);
    return next();
  };
  return (ctx, next) => {
    const id = idOf(ctx);
    if (id === false) return next();
    const standing = shared === undefined ? counts.countOn(id) : undefined;
    if (standing === undefined) return askLibrary(ctx, next, id);
    tell(ctx, standing);
    return next();
  };
}

const named = (name: string, client: string | false): string | false => client !== false && `${name}:${client}`;

/** The client's address; of an IPv6 client its /64, which is what one subscriber is given. */
export function clientAddress(ctx: Context): string {
  return ctx.ip.includes(':') && !ctx.ip.startsWith('::ffff:') ? ctx.ip.split(':').slice(0, 4).join(':') : ctx.ip || 'unknown';
}

/** What the library tells of Redis in headers of its own names, which are no standard's. */
function toldBy(ctx: Context): Standing {
  const standing = { remaining: Number(ctx.response.get('X-RateLimit-Remaining')), reset: Number(ctx.response.get('X-RateLimit-Reset')) };
  for (const name of ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']) ctx.remove(name);
  return standing;
}

/** The counts of the library's memory driver, which never forgets a client by itself. */
class Counts extends Map<string, Standing> {
  override set(key: string, value: Standing): this {
    const oldest = this.keys().next();
    if (this.size >= MOST_CLIENTS && !this.has(key) && !oldest.done) this.delete(oldest.value);
    return super.set(key, value);
  }

  /** Counts one more of a client who is neither new nor near its limit, as the library would; undefined for any other, whom it has to judge. */
  countOn(id: string): Standing | undefined {
    const entry = this.get(`limit:${id}`);
    if (entry === undefined || entry.remaining <= 1 || entry.reset - Date.now() / 1_000 < 1) return undefined;
    entry.remaining -= 1;
    return { remaining: entry.remaining - 1, reset: entry.reset };
  }

  /** After a request was counted. The library's count is the one before it. */
  standing(id: string): Standing {
    const { remaining, reset } = this.get(`limit:${id}`) ?? { remaining: 0, reset: 0 };
    return { remaining: Math.max(0, remaining - 1), reset };
  }
}
