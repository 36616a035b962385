// A POST repeated with the same Idempotency-Key is done once and answered twice (draft-ietf-httpapi-idempotency-key-header).
import { createHash } from 'node:crypto';
import { busy, detailOf, Problem } from '../problem.ts';
import { type RequestContext, type Step, userOf } from './state.ts';

const KEPT_FOR_MS = 24 * 3_600_000;
const MOST_KEPT = 5_000;
const wellFormed = /^[\x21-\x7e]{1,128}$/;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
interface Kept {
  readonly requestHash: string;
  readonly until: number;
  /** Undefined where it failed: then the repeat is free to try again. */
  readonly answer: Promise<Answer | undefined>;
}

export function idempotent(): Step {
  const kept = new Map<string, Kept>();
  return async (ctx, next) => {
    const key = ctx.get('Idempotency-Key');
    if (key === '') return next();
    if (!wellFormed.test(key)) throw new Problem(400, detailOf(400));

    const id = hashOf(userOf(ctx).id, ctx.path, key);
    const requestHash = hashOf(JSON.stringify(withoutToken(ctx.request.body)));
    const earlier = kept.get(id);
    if (earlier !== undefined && earlier.until > Date.now()) return repeat(ctx, earlier, requestHash);

    const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
    keep(kept, id, { requestHash, until: Date.now() + KEPT_FOR_MS, answer: promise });
    try {
      await next();
      resolve({ status: ctx.status, body: ctx.body });
    } catch (error) {
      kept.delete(id);
      resolve(undefined);
      throw error;
    }
  };
}

async function repeat(ctx: RequestContext, earlier: Kept, requestHash: string): Promise<void> {
  if (earlier.requestHash !== requestHash) throw new Problem(422, 'This Idempotency-Key was used for another request.');
  const answer = await earlier.answer;
  if (answer === undefined) throw busy();
  ctx.status = answer.status;
  ctx.body = answer.body;
  ctx.set('Idempotency-Replayed', 'true');
}

function keep(kept: Map<string, Kept>, id: string, entry: Kept): void {
  const oldest = kept.keys().next();
  if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(id, entry);
}

/** A refreshed token makes no other request. */
function withoutToken(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? { ...body, jwt_token: undefined } : body;
}

const hashOf = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url');
