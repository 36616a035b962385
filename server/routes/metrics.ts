// `/metrics`, for who may scrape: with METRICS_TOKEN on this port, or on METRICS_PORT, which is not to be reached from outside.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import Router from '@koa/router';
import type { Config } from '../config/config.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { State } from '../middleware/state.ts';
import { notFound, unauthorized } from '../problem.ts';

export function metricsRoutes({ registry }: Metrics, { METRICS_TOKEN: token, NODE_ENV }: Config): Router<State> {
  const router = new Router<State>();
  router.get('/metrics', async (ctx) => {
    // Without a token only a machine under development shows them to everybody.
    if (token === undefined && NODE_ENV === 'production') throw notFound();
    if (token !== undefined && !same(ctx.get('Authorization'), `Bearer ${token}`)) throw unauthorized({ invalid: false });
    ctx.set('Content-Type', registry.contentType);
    ctx.body = await registry.metrics();
  });
  return router;
}

/** A listener of its own for the scraper; undefined where no port is given. */
export async function listenForScraper({ registry }: Metrics, { METRICS_PORT: port, METRICS_HOST }: Config): Promise<Server | undefined> {
  if (port === undefined) return undefined;
  const limits = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
  const server = createServer(limits, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, METRICS_HOST, resolve);
  });
  server.unref();
  return server;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
