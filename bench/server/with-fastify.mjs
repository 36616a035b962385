// Contestant: Fastify with the same hardening as our server, by its own plugins where it has them. Prints its port.
import { createHash, createPublicKey, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(new URL('../package.json', import.meta.url));
const { Histogram, Registry } = load('prom-client');
const { BENCH_KEY_FILE, BENCH_ISSUER } = process.env;
const answer = process.argv[2] ?? '{}';
const harmless = /^[A-Za-z0-9._-]{1,128}$/;

const app = load('fastify')({
  logger: { base: { service: 'training-plan-api' }, stream: load('pino').destination({ dest: 1, sync: true, minLength: 8_192 }) },
  // Its own two lines for each request are more than ours: one is written below.
  logController: new (load('fastify').LogController)({ disableRequestLogging: true }),
  genReqId: ({ headers }) => (harmless.test(headers['x-request-id'] ?? '') ? headers['x-request-id'] : randomUUID()),
  bodyLimit: 2_000_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
});
await app.register(load('@fastify/under-pressure'), { maxEventLoopDelay: 10_000 });
await app.register(load('@fastify/helmet'), {
  // The headers that ours sends, and no more.
  ...Object.fromEntries(
    [
      'crossOriginOpenerPolicy',
      'originAgentCluster',
      'xDnsPrefetchControl',
      'xDownloadOptions',
      'xFrameOptions',
      'xPermittedCrossDomainPolicies',
      'xXssProtection',
    ].map((name) => [name, false]),
  ),
  contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
});
await app.register(load('@fastify/cors'), { origin: ['http://localhost:8081'], methods: ['GET', 'POST'] });
await app.register(load('@fastify/rate-limit'), { max: 10_000_000, timeWindow: 60_000, enableDraftSpec: true });
await app.register(load('@fastify/etag'), { algorithm: 'sha1' });
await app.register(load('@fastify/jwt'), {
  secret: { public: createPublicKey(readFileSync(BENCH_KEY_FILE)).export({ type: 'spki', format: 'pem' }) },
  // Verified tokens are remembered, as ours are.
  verify: { algorithms: ['ES256'], allowedIss: BENCH_ISSUER, allowedAud: 'authenticated', requiredClaims: ['sub', 'exp'], cache: 10_000 },
});

const registers = [new Registry()];
const labelNames = ['method', 'route', 'status'];
const requests = new Histogram({ name: 'http_request_duration_seconds', help: 'Time to answer.', labelNames, registers });
app.addHook('onRequest', async (request, reply) => {
  request.traceId = /^00-([0-9a-f]{32})-/.exec(request.headers.traceparent ?? '')?.[1] ?? randomBytes(16).toString('hex');
  reply.headers({ 'X-Request-Id': request.id, traceparent: `00-${request.traceId}-${randomBytes(8).toString('hex')}-00` });
});
app.addHook('onResponse', async ({ id: requestId, traceId, method, routeOptions: { url: route } }, { statusCode: status, elapsedTime }) => {
  requests.labels(method, route ?? 'none', String(status)).observe(elapsedTime / 1_000);
  app.log.info({ requestId, traceId, method, route, status, durationMs: Math.round(elapsedTime * 10) / 10 }, 'request');
});

// Read from memory, as ours is.
const cache = new Map([[createHash('sha1').update('playbook').digest('hex'), answer]]);
const [key] = cache.keys();
app.get('/api/v1/trainingplan/playbook/:user_id', { onRequest: (request) => request.jwtVerify() }, async (request, reply) => {
  if (request.params.user_id !== request.user.sub) return reply.code(404).send();
  reply.headers({ 'Cache-Control': 'private, no-cache', 'Content-Type': 'application/json; charset=utf-8' });
  return cache.get(key);
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ port: app.server.address().port })}\n`);
