// Koa, with what every middleware does many times a request done without detours: reading a header and setting one.
import type { ServerResponse } from 'node:http';
import Koa from 'koa';
import { inLowerCase } from './lean-response.ts';

type Value = string | readonly string[] | number;
type Values = { readonly [name: string]: Value };

/** Koa makes lists of each set of headers, and passes each call on through a function it made; its prototypes are there to be changed. */
export function leanKoa<S extends Koa.DefaultState>(options: { readonly proxy: boolean; readonly maxIpsCount: number }): Koa<S> {
  const app = new Koa<S>(options);
  app.response.set = function (this: Koa.Response, field: string | Values, value: Value = ''): void {
    setOn(this.res, field, value);
  };
  app.context.set = function (this: Koa.Context, field: string | Values, value: Value = ''): void {
    setOn(this.res, field, value);
  };
  app.context.get = function (this: Koa.Context, field: string): string {
    const name = inLowerCase(field);
    const value = this.req.headers[name === 'referrer' ? 'referer' : name];
    return Array.isArray(value) ? value.join(', ') : (value ?? '');
  };
  Reflect.set(app, 'handleRequest', textAtOnce<S>(Reflect.get(app, 'handleRequest').bind(app)));
  return app;
}

type Handle<S> = (ctx: Koa.ParameterizedContext<S>, run: (ctx: Koa.ParameterizedContext<S>) => Promise<unknown>) => Promise<unknown>;

/**
 * Sends a text that is ready by itself. Koa hangs four listeners on an answer and its connection, to hear of one that breaks, which the
 * server hears anyway (`clientError`). Any other answer is Koa's.
 */
function textAtOnce<S>(byKoa: Handle<S>): Handle<S> {
  return async (ctx, run) => {
    const { res, req } = ctx;
    res.statusCode = 404;
    let status: number;
    try {
      await run(ctx);
      ({ status } = ctx);
      if (status === 200 && req.method === 'GET' && typeof ctx.body === 'string' && ctx.writable)
        return void res.writeHead(status).end(ctx.body);
    } catch (error) {
      return byKoa(ctx, () => Promise.reject(error));
    }
    return byKoa(ctx, async () => {
      res.statusCode = status;
    });
  };
}

function setOn(response: ServerResponse, field: string | Values, value: Value): void {
  if (response.headersSent) return;
  if (typeof field === 'string') response.setHeader(field, value);
  else for (const name in field) response.setHeader(name, field[name] ?? '');
}
