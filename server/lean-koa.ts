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
  return app;
}

function setOn(response: ServerResponse, field: string | Values, value: Value): void {
  if (response.headersSent) return;
  if (typeof field === 'string') response.setHeader(field, value);
  else for (const name in field) response.setHeader(name, field[name] ?? '');
}
