// A POST repeated with the same Idempotency-Key is done once and answered twice (draft-ietf-httpapi-idempotency-key-header).
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { detailOf, Problem } from '../problem.ts';
import type { Begun, IdempotencyKeys } from '../shared/idempotency.ts';
import { type RequestContext, type Step, userOf } from './state.ts';

const wellFormed = /^[\x21-\x7e]{1,128}$/;
const LOOK_AGAIN_MS = 200;

export function idempotent(keys: IdempotencyKeys, log: Log): Step {
  return async (ctx, next) => {
    const given = ctx.get('Idempotency-Key');
    if (given === '') return next();
    if (!wellFormed.test(given)) throw new Problem(400, detailOf(400));

    const userId = userOf(ctx).id;
    const key = hashOf(userId, ctx.path, given);
    const begun = await mineOrAnswered(ctx, keys, { userId, key, request: hashOf(JSON.stringify(withoutToken(ctx.request.body))) });
    if (begun.state === 'done') return replay(ctx, begun);
    try {
      await next();
    } catch (error) {
      await keys.free(key).catch((cause: unknown) => log.warn({ error: cause }, 'an idempotency key is held until its lease ends'));
      throw error;
    }
    // What was done is done: that its answer could not be kept must not turn it into a failure.
    await keys
      .keep(key, ctx.status, JSON.stringify(ctx.body))
      .catch((error: unknown) => log.warn({ error }, 'an answer could not be kept'));
  };
}

/** Waits for the first request as long as this one may take. */
async function mineOrAnswered(ctx: RequestContext, keys: IdempotencyKeys, asked: Parameters<IdempotencyKeys['begin']>[0]): Promise<Begun> {
  for (;;) {
    const begun = await keys.begin(asked);
    if (begun.state === 'other') throw new Problem(422, 'This Idempotency-Key was used for another request.');
    if (begun.state !== 'running') return begun;
    await sleep(LOOK_AGAIN_MS, undefined, { signal: ctx.state.patience.signal });
  }
}

function replay(ctx: RequestContext, { status, body }: Extract<Begun, { readonly state: 'done' }>): void {
  ctx.status = status;
  ctx.type = 'application/json';
  ctx.body = body;
  ctx.set('Idempotency-Replayed', 'true');
}

/** A refreshed token makes no other request. */
function withoutToken(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? { ...body, jwt_token: undefined } : body;
}

const hashOf = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url');
