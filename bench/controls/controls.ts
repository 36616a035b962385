// Controls of the reference server, each with what it looks like when it is gone and the check that must notice.

export interface Control {
  readonly control: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly line: string;
  readonly without: string;
  readonly check: string;
  /** A second line of defence, which alone would hide that the first is gone. */
  readonly behind?: { readonly file: string; readonly line: string; readonly without: string };
  /** Other checks that rightly see the same. */
  readonly also?: readonly string[];
  /** From outside its absence can't be told from another way to do it: the check must not pass. */
  readonly unproven?: true;
}

export const controls: readonly Control[] = [
  {
    control: 'origins are compared with a list',
    file: 'middleware/allowed-origins.ts',
    line: "(allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : '')",
    without: "ctx.get('Origin')",
    check: 'cors-restricted',
  },
  {
    control: 'the issuer is checked',
    file: 'auth/tokens.ts',
    line: '    issuer,\n    audience:',
    without: '    audience:',
    check: 'jwt-verified',
    behind: { file: 'supabase/callers.ts', line: '      issuer,\n', without: '' },
  },
  {
    control: 'the audience is checked',
    file: 'auth/tokens.ts',
    line: "    audience: 'authenticated',\n",
    without: '',
    check: 'jwt-verified',
    behind: { file: 'supabase/callers.ts', line: "      audience: 'authenticated',\n", without: '' },
  },
  {
    control: 'signatures are verified',
    file: 'auth/tokens.ts',
    line: "    'keys' in key ? (await jwtVerify(token, key.keys, options)).payload",
    without: "    'keys' in key ? JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())",
    check: 'jwt-verified',
    behind: {
      file: 'supabase/callers.ts',
      line: "const { payload } = await jwtVerify(token, keys, {\n      algorithms: ['ES256'],\n      issuer,\n      audience: 'authenticated',\n      requiredClaims: ['sub', 'exp'],\n    });",
      without: "const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());",
    },
  },
  {
    control: 'a refusal says how to sign in',
    file: 'problem.ts',
    line: '    headers: { \'WWW-Authenticate\': more.invalid ? \'Bearer realm="training-plan", error="invalid_token"\' : \'Bearer realm="training-plan"\' },\n',
    without: '',
    check: 'jwt-verified',
  },
  {
    control: 'errors do not give back what was sent',
    file: 'middleware/problems.ts',
    line: '    requestId,\n    errors,\n',
    without: '    requestId,\n    errors,\n    received: ctx.request.rawBody,\n    query: ctx.query,\n',
    check: 'error-responses-private',
  },
  {
    control: 'errors speak in words of ours',
    file: 'middleware/problems.ts',
    line: 'return new Problem(known, detailOf(known), { cause: error });',
    without: 'return new Problem(known, error instanceof Error ? error.message : detailOf(known), { cause: error });',
    check: 'error-messages-sanitized',
    also: ['error-responses-private'],
  },
  {
    control: 'errors show no trace',
    file: 'middleware/problems.ts',
    line: '    detail: message,\n',
    without: '    detail: message,\n    stack: new Error(message).stack,\n',
    check: 'debug-off',
    also: ['error-responses-private', 'error-messages-sanitized'],
  },
  {
    control: 'headers must arrive in time',
    file: 'listen.ts',
    line: 'headersTimeout: config.HEADERS_TIMEOUT_MS',
    without: 'headersTimeout: 0',
    check: 'requests-time-out',
  },
  {
    control: 'requests must arrive in time',
    file: 'listen.ts',
    line: 'requestTimeout: config.REQUEST_TIMEOUT_MS',
    without: 'requestTimeout: 0',
    check: 'requests-time-out',
  },
  {
    control: 'limits of time are looked at each second',
    file: 'listen.ts',
    line: '      connectionsCheckingInterval: Math.min(1_000, config.HEADERS_TIMEOUT_MS),\n',
    without: '',
    check: 'requests-time-out',
  },
  {
    control: 'headers have a size',
    file: 'listen.ts',
    line: 'maxHeaderSize: 16_384',
    without: 'maxHeaderSize: 1_048_576',
    check: 'body-size-limited',
  },
  {
    control: 'bodies have a size',
    file: 'middleware/json-body.ts',
    line: 'jsonLimit: limitBytes',
    without: "jsonLimit: '500mb'",
    check: 'body-size-limited',
  },
  {
    control: 'clients are limited',
    file: 'app.ts',
    line: "client: (ctx) => ctx.path !== '/healthz' && clientAddress(ctx)",
    without: 'client: () => false',
    check: 'rate-limit-enforced',
  },
  {
    control: 'clients are told apart',
    file: 'app.ts',
    line: "client: (ctx) => ctx.path !== '/healthz' && clientAddress(ctx)",
    without: "client: (ctx) => ctx.path !== '/healthz' && 'everybody'",
    check: 'rate-limit-enforced',
  },
  {
    control: 'X-Forwarded-For is not believed of anybody',
    file: 'middleware/rate-limit.ts',
    line: 'export function clientAddress(ctx: Context): string {\n',
    without:
      "export function clientAddress(ctx: Context): string {\n  if (ctx.get('X-Forwarded-For') !== '') return ctx.get('X-Forwarded-For');\n",
    check: 'rate-limit-enforced',
  },
  {
    control: 'answers carry the id of their request',
    file: 'middleware/request-id.ts',
    line: "    ctx.set('X-Request-Id', ctx.state.requestId);\n",
    without: '',
    check: 'request-ids-traced',
  },
  {
    control: 'hostile ids are replaced',
    file: 'middleware/request-id.ts',
    line: 'harmless.test(given) ? given : randomUUID()',
    without: "given === '' ? randomUUID() : given",
    check: 'request-ids-traced',
  },
  {
    control: 'readiness tells its dependencies',
    file: 'routes/health.ts',
    line: 'ctx.body = { status, version: API_VERSION, checks };',
    without: 'ctx.body = { status, version: API_VERSION };',
    check: 'health-checks-dependencies',
    also: ['migrations-current'],
  },
  {
    control: 'health tells nothing of the inside',
    file: 'routes/health.ts',
    line: 'ctx.body = { status, version: API_VERSION, checks };',
    without: 'ctx.body = { status, version: API_VERSION, checks, node: process.version };',
    check: 'health-checks-dependencies',
  },
  {
    control: 'old names say that they end',
    file: 'middleware/legacy-names.ts',
    line: 'ctx.set({ Deprecation: DEPRECATED_SINCE, Sunset: SUNSET, ',
    without: 'ctx.set({ ',
    check: 'api-versioned',
  },
  {
    control: 'series are named by route template',
    file: 'middleware/measured.ts',
    line: 'route: routeOf(ctx), status:',
    without: 'route: ctx.path, status:',
    check: 'metrics-exposed',
  },
  {
    control: 'metrics are served',
    file: 'routes/metrics.ts',
    line: "router.get('/metrics', async (ctx) => {",
    without: "router.get('/elsewhere', async (ctx) => {",
    check: 'metrics-exposed',
    unproven: true,
  },
  {
    control: 'content types are not guessed',
    file: 'middleware/security-headers.ts',
    line: "  'X-Content-Type-Options': 'nosniff',\n",
    without: '',
    check: 'security-headers-set',
  },
  {
    control: 'https is kept for two years',
    file: 'middleware/security-headers.ts',
    line: 'max-age=63072000; includeSubDomains',
    without: 'max-age=3600',
    check: 'security-headers-set',
  },
  {
    control: 'a POST is done once',
    file: 'routes/training.ts',
    line: "router.post('/initial-questions', user, costly, once,",
    without: "router.post('/initial-questions', user, costly,",
    check: 'posts-idempotent',
    // The same answers twice make one profile: without its key this route can't be told from a careful one.
    unproven: true,
  },
  {
    control: 'a key stands for one request',
    file: 'middleware/idempotent.ts',
    line: 'request: hashOf(JSON.stringify(withoutToken(ctx.request.body)))',
    without: "request: hashOf('any')",
    check: 'posts-idempotent',
  },
  {
    control: 'reads carry an ETag',
    file: 'app.ts',
    line: '  app.use(conditionalGet());\n',
    without: '',
    check: 'reads-cached',
    unproven: true,
  },
  {
    control: 'who has it already is told so',
    file: 'middleware/conditional-get.ts',
    line: "    if (ctx.get('If-None-Match').split(/, */).includes(etag)) ctx.status = 304;\n",
    without: '',
    check: 'reads-cached',
  },
  {
    control: 'one user’s answers are private',
    file: 'middleware/conditional-get.ts',
    line: "'private, no-cache'",
    without: "'public, max-age=600'",
    check: 'reads-cached',
  },
  {
    control: 'the caller’s trace is continued',
    file: 'middleware/traced.ts',
    line: "readTraceparent(ctx.get('traceparent'))",
    without: "readTraceparent('')",
    check: 'traces-propagated',
  },
  {
    control: 'answers name their trace',
    file: 'middleware/traced.ts',
    line: "    ctx.set('traceparent', writeTraceparent(trace));\n",
    without: '',
    check: 'traces-propagated',
    unproven: true,
  },
  {
    control: 'the document is offered',
    file: 'routes/documentation.ts',
    line: "router.get('/openapi.json', (ctx) => {",
    without: "router.get('/elsewhere.json', (ctx) => {",
    check: 'api-documented',
    // Bodies that a route takes are known from the document alone.
    also: ['posts-idempotent'],
    unproven: true,
  },
  {
    control: 'the document knows every route',
    file: 'openapi/document.ts',
    line: 'for (const operation of operations) {',
    without: "for (const operation of operations.filter(({ path }) => !path.endsWith('/weeks'))) {",
    check: 'api-documented',
  },
];
