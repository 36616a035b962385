// Reads JSON bodies within a size and a depth; anything else that is sent to us is refused by its kind.
import { bodyParser } from '@koa/bodyparser';
import type { Middleware, Request } from 'koa';
import { detailOf, Problem } from '../problem.ts';

const DEEPEST = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export function jsonBody(limitBytes: number): Middleware {
  // Byte by byte: as UTF-8 it would read replacement characters where there is none.
  const parse = bodyParser({ enableTypes: ['json'], jsonLimit: limitBytes, encoding: 'binary', onError: refuse });
  return (ctx, next) => {
    const { 'content-length': length, 'transfer-encoding': chunked } = ctx.headers;
    if (length === undefined && chunked === undefined) return next();
    // The parser would take any other kind for an empty body.
    if (length !== '0' && ctx.request.is('json') === false) throw new Problem(415, detailOf(415));
    return parse(ctx, () => {
      ctx.request.body = inUtf8(ctx.request);
      if (deeperThan(DEEPEST, ctx.request.body)) throw new Problem(400, detailOf(400));
      return next();
    });
  };
}

/** What cannot be unpacked has no status of its own: it is the client's fault all the same. */
function refuse(error: Error): never {
  throw 'status' in error ? error : new Problem(400, detailOf(400), { cause: error });
}

/** RFC 8259, 8.1. What is ASCII was read as it is meant. */
function inUtf8({ body, rawBody }: Request): unknown {
  if (typeof rawBody !== 'string' || !/[^\0-\x7f]/.test(rawBody)) return body;
  try {
    return JSON.parse(utf8.decode(Buffer.from(rawBody, 'binary')));
  } catch (cause) {
    throw new Problem(400, detailOf(400), { cause });
  }
}

/** Walks level by level: a recursive walk would be what such a body attacks. */
function deeperThan(limit: number, body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
