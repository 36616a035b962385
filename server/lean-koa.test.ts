// What is answered must not depend on how: as plain Koa and its router answer, by the byte.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import Router from '@koa/router';
import Koa from 'koa';
import { describe, expect, it } from 'vitest';
import { leanKoa } from './lean-koa.ts';
import { LeanResponse } from './lean-response.ts';
import { leanRoutes } from './lean-router.ts';
import { portOf } from './listen.ts';

const router = new Router({ prefix: '/things' });
router.get('/:id', (ctx, next) =>
  ctx.params.id === 'none' ? next() : answer(ctx, `thing ${ctx.params.id} of ${String(ctx._matchedRoute)}`),
);
router.get(
  '/:id/parts/:part',
  async (ctx, next) => {
    await next();
    ctx.set('X-Part', String(ctx.params.part));
  },
  (ctx) => answer(ctx, JSON.stringify(ctx.params)),
);
router.post('/:id', (ctx) => answer(ctx, { made: ctx.params.id }));
router.get('/same', (ctx) => answer(ctx, 'another that fits'));
router.get('/bytes/as/such', (ctx) => answer(ctx, Buffer.from('bytes')));
router.get('/nothing/at/all', (ctx) => answer(ctx, null));
router.get('/a/broken/header', (ctx) => {
  ctx.set('X-Broken', 'a\nb');
  answer(ctx, 'never');
});
router.get('/a/sudden/error', () => {
  throw new Error('not to be told');
});
router.get('/what/is/none', () => Promise.reject('no error'));

/** Guarded as a whole: its middleware is of no route. */
const guarded = new Router({ prefix: '/guarded' });
guarded.use((ctx, next) => (ctx.get('Authorization') === '' ? ctx.throw(401) : next()));
guarded.get('/:id', (ctx) => answer(ctx, `guarded ${ctx.params.id}`));

function answer(ctx: { body: unknown }, body: unknown): void {
  ctx.body = body;
}

async function rawAnswer(lean: boolean, request: string): Promise<string> {
  const app = lean ? leanKoa({ proxy: false, maxIpsCount: 0 }) : new Koa();
  app.on('error', () => undefined);
  for (const each of [guarded, router]) {
    if (lean) app.use(leanRoutes(each));
    else app.use(each.routes());
  }
  app.use(router.allowedMethods());
  const server = createServer(lean ? { ServerResponse: LeanResponse, optimizeEmptyRequests: true } : {}, app.callback());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect(portOf(server), '127.0.0.1');
  socket.write(`${request} HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  let raw = '';
  for await (const chunk of socket) raw += String(chunk);
  await new Promise((resolve) => server.close(resolve));
  return raw.replace(/^Date: .*\r\n/m, '');
}

describe('an answer is that of plain Koa', () => {
  const requests: Readonly<Record<string, number>> = {
    'GET /things/1': 200,
    'HEAD /things/1': 200,
    'POST /things/1': 200,
    'GET /things/a%20b%2Fc/parts/%E4%F6': 200,
    'GET /things/same': 200,
    'GET /things/none': 404,
    'GET /things/bytes/as/such': 200,
    'GET /things/nothing/at/all': 204,
    'GET /things/a/broken/header': 500,
    'GET /things/a/sudden/error': 500,
    'GET /things/what/is/none': 500,
    'GET /guarded/1': 401,
    'GET /elsewhere': 404,
    'DELETE /things/1': 405,
    'OPTIONS /things/1': 200,
    'PROPFIND /things/1': 501,
  };
  for (const [request, status] of Object.entries(requests))
    it(`to ${request}`, async () => {
      const [koas, ours] = await Promise.all([rawAnswer(false, request), rawAnswer(true, request)]);
      expect(ours).toBe(koas);
      expect(ours).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    });
});
