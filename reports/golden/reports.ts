// Two reports for the golden files: one as a leaky backend gives it, one as an enemy would like it to be.
import type { CheckResult, WitnessAnswer } from '../../checks/audit.ts';
import type { Check, EvidenceKind, FilePlace, Finding, Idioms, RequestPlace, Tier, Verdict } from '../../checks/model.ts';
import { assemble } from '../assemble.ts';
import { lineHasher } from '../line-hash.ts';
import type { Guide } from '../render-options.ts';
import type { Report } from '../report.ts';

const check = (id: string, tier: Tier, title: string, why: string, fix: string, checklist: readonly string[]): Check => ({
  id,
  tier,
  title,
  why,
  fix,
  refs: [],
  checklist,
  judge: {},
});

const cors = check(
  'cors-restricted',
  'testflight',
  'Only known origins may call the API from a browser',
  'Any web page a signed-in user visits can call the API with their session and read the answers.',
  'List the exact origins of your clients in `allow_origins` and read them from the environment.',
  ['Restrict CORS origins'],
);
const jwt = check(
  'jwt-verified',
  'testflight',
  'Every token is verified before its claims are believed',
  'Anyone can write a token with another user’s id in it and act as that user.',
  'Decode tokens with the key, a fixed algorithm list and the audience.',
  ['Enable JWT signature verification'],
);
const environmentValidated = check(
  'env-validated-at-startup',
  'testflight',
  'The service refuses to start with a broken configuration',
  'A missing key shows up as an error for the first user instead of a failed deployment.',
  'Call `settings.validate()` before the server listens and exit when it fails.',
  ['Validate environment variables at startup', 'Validate all required env vars exist'],
);
const errorsPrivate = check(
  'error-responses-private',
  'testflight',
  'Error responses tell nothing of the inside',
  'Passwords and health data in a request body end up in the answers, logs and crash reports of others.',
  'Answer with a fixed message and a request id.',
  ['Remove sensitive data from error responses'],
);
const logs = check(
  'logs-through-logger',
  'testflight',
  'Everything the service says goes through its logger',
  'Printed lines have no level, no time and no request id, and often hold personal data.',
  'Replace `print()` by calls of the module’s logger.',
  ['Remove print statements'],
);
const serviceKey = check(
  'service-key-contained',
  'testflight',
  'The service role key never leaves the server',
  'Whoever has the key reads and writes every user’s rows.',
  'Read the key from the environment and keep it out of logs and errors.',
  ['Secure service role key usage'],
);
const timeouts = check(
  'requests-time-out',
  'testflight',
  'A slow request ends by itself',
  'A few hanging requests take all connections, and the app spins for everybody.',
  'Set limits on the server and a timeout on every outbound client.',
  ['Add request timeout'],
);
const environmentComplete = check(
  'env-complete',
  'testflight',
  'The production environment holds all settings, and real ones',
  'A placeholder in production looks like an outage of somebody else.',
  'Set the variables named here.',
  ['Validate all required env vars exist'],
);
const migrations = check(
  'migrations-current',
  'app-store',
  'The database schema is the one the code expects',
  'Queries fail after a deployment that forgot its migration.',
  'Compare the schema’s version at startup.',
  ['Add database migration checks'],
);
const load = check(
  'load-tested',
  'post-launch',
  'The backend holds its budget under the load you expect',
  'The first busy evening is the first load test.',
  'Run `launchgate load <url>` with your own budget.',
  ['Add load testing'],
);
const catalog: readonly Check[] = [
  cors,
  jwt,
  environmentValidated,
  errorsPrivate,
  logs,
  serviceKey,
  timeouts,
  environmentComplete,
  migrations,
  load,
];
const written: Idioms = {
  fastapi: 'app.add_middleware(\n    CORSMiddleware,\n    allow_origins=["https://app.example.com"],\n)',
  koa: 'app.use(cors({ origin }));',
};
export const guides: readonly Guide[] = catalog.map((each) =>
  each === cors ? { ...each, area: 'backend/main.py', idioms: written } : each,
);

const file = (path: string, line: number, column: number): FilePlace => ({ kind: 'file', path, line, column });
const at = (path: string, line: number, message: string): Finding => ({ message, place: file(path, line, 5) });
const get = (path: string, origin: string): RequestPlace => ({
  kind: 'request',
  method: 'GET',
  url: `http://127.0.0.1:8000${path}`,
  curl: `curl -sS -i -X GET -H 'Origin: ${origin}' -H 'Authorization: Bearer <token>' 'http://127.0.0.1:8000${path}'`,
});
const found = (evidence: EvidenceKind, verdict: 'pass' | 'fail', first: Finding, ...more: readonly Finding[]): WitnessAnswer => ({
  evidence,
  looked: true,
  answer: { verdict, findings: [first, ...more] },
});
const silent = (evidence: EvidenceKind, verdict: 'inconclusive' | 'not-applicable', because: string, looked = true): WitnessAnswer => ({
  evidence,
  looked,
  answer: { verdict, because },
});
const noStart = silent('boot', 'inconclusive', 'no --start command was given', false);

const realisticResults: readonly CheckResult[] = [
  {
    check: cors,
    verdict: 'fail',
    answers: [
      found('code', 'fail', {
        message: 'allow_origins is ["*"], and credentials are allowed',
        place: file('backend/main.py', 41, 5),
        related: [file('backend/settings.py', 12, 9)],
      }),
      found('http', 'fail', {
        message: 'a stranger’s origin is admitted: access-control-allow-origin: *',
        place: get('/', 'https://stranger.example'),
      }),
    ],
  },
  {
    check: jwt,
    verdict: 'fail',
    answers: [
      found('code', 'fail', at('backend/core/training/training_api.py', 181, 'jwt.decode with verify_signature: False decides who the user is')),
      silent('http', 'inconclusive', 'no token, signing key or JWKS was given, so no forged token could be built'),
    ],
  },
  {
    check: environmentValidated,
    verdict: 'pass',
    answers: [found('code', 'pass', at('backend/main.py', 20, 'settings.validate() ends the process before uvicorn.run')), noStart],
  },
  {
    check: errorsPrivate,
    verdict: 'fail',
    answers: [
      found('code', 'fail', at('backend/main.py', 35, 'the validation handler returns the whole request body')),
      found('http', 'pass', { message: 'no canary came back in 14 answers', place: get('/api/trainingplan/generate/', 'none') }),
    ],
  },
  {
    check: logs,
    verdict: 'fail',
    answers: [
      found(
        'code',
        'fail',
        at('backend/core/base/rag_service.py', 12, 'print() in a function that requests reach'),
        ...Array.from({ length: 13 }, (_, index) =>
          at('backend/core/base/rag_service.py', 20 + index * 7, 'print() in a function that requests reach'),
        ),
      ),
      noStart,
    ],
  },
  {
    check: serviceKey,
    verdict: 'inconclusive',
    because: 'the target stopped answering after 12 of 31 probes',
    answers: [
      found('code', 'pass', at('backend/core/training/helpers/database_service.py', 29, 'the key is read from SUPABASE_SERVICE_ROLE_KEY and goes into create_client only')),
      silent('http', 'inconclusive', 'the target stopped answering after 12 of 31 probes'),
    ],
  },
  {
    check: timeouts,
    verdict: 'pass',
    answers: [
      found(
        'code',
        'pass',
        at('backend/core/training/helpers/llm_client.py', 18, 'OpenAI client with timeout 30 s'),
        at('backend/main.py', 60, 'asyncio.timeout(30) round every request'),
      ),
    ],
  },
  {
    check: environmentComplete,
    verdict: 'fail',
    answers: [
      found('environment', 'fail', {
        message: 'SUPABASE_URL points to localhost in production',
        place: { kind: 'environment', name: 'SUPABASE_URL', source: 'backend/.env.production' },
      }),
    ],
  },
  {
    check: migrations,
    verdict: 'not-applicable',
    because: 'no migrations and no database of its own',
    answers: [silent('code', 'not-applicable', 'no migrations and no database of its own')],
  },
  {
    check: load,
    verdict: 'inconclusive',
    because: 'no load was asked for',
    answers: [silent('load', 'inconclusive', 'no load was asked for', false)],
  },
];

type Sha256 = (text: string) => string;

/** A text with these lines, by number, and empty ones between them. */
function sparse(lines: Readonly<Record<number, string>>): string {
  const last = Math.max(...Object.keys(lines).map(Number));
  return `${Array.from({ length: last }, (_, at) => lines[at + 1] ?? '').join('\n')}\n`;
}
const realisticTexts: ReadonlyMap<string, string> = new Map([
  [
    'backend/main.py',
    sparse({
      18: 'settings = Settings()',
      20: 'settings.validate()',
      26: 'app = FastAPI(title="Training Plan API")',
      34: '    body = await request.body()',
      35: '    content = {"detail": exc.errors(), "body": body.decode()}',
      39: 'app.add_middleware(',
      40: '    CORSMiddleware,',
      41: '    allow_origins=["*"],',
      42: '    allow_credentials=True,',
      43: ')',
    }),
  ],
  ['backend/settings.py', sparse({ 11: 'class Settings:', 12: '        ALLOWED_ORIGINS = ["*"]' })],
  ['backend/core/training/training_api.py', sparse({ 180: '\ttoken = header.split(" ")[1]', 181: '\tclaims = jwt.decode(token, options={"verify_signature": False})' })],
  ['backend/core/base/rag_service.py', sparse({ 12: 'print("loading")', 20: 'print("loaded")', 27: '    print(f"<b>{len(passages)}</b> passages")', 28: '    return passages' })],
]);

/** All of it, or a run of those checks only that came to one of the verdicts. */
export function realisticReport(sha256: Sha256, only?: readonly Verdict[]): Report {
  const results = realisticResults.filter(({ verdict }) => only === undefined || only.includes(verdict));
  return assemble(results, {
    tool: { name: 'launchgate', version: '0.1.0', docs: 'https://docs.example/launchgate/' },
    target: {
      path: 'leaky-fastapi',
      url: 'http://127.0.0.1:8000',
      units: [{ root: 'backend', languages: ['python'], frameworks: ['fastapi'] }],
    },
    gate: 'testflight',
    startedAt: '2026-11-23T01:50:00.000Z',
    durationMs: 812,
    files: {
      read: 42,
      leftOut: [
        { reason: 'tests', files: 12, examples: ['backend/tests/test_api.py', 'backend/tests/test_plan.py', 'backend/tests/conftest.py'] },
        { reason: 'a client app (expo)', files: 310, examples: ['mobile/App.tsx', 'mobile/src/api.ts'] },
      ],
      unreadable: [{ path: 'backend/old/broken.py', because: 'does not parse as Python: line 3' }],
    },
    limitsReached: ['stopped reading backend/data/dump.json at 1 MB'],
    catalog,
    ...(only === undefined ? {} : { notPartBecause: 'left out by --only' }),
    texts: realisticTexts,
    anchorOf: (place) => (place.kind === 'request' ? file('backend/main.py', 26, 1) : undefined),
    lineHashOf: ({ path, line }) => (path === 'backend/main.py' ? lineHasher(realisticTexts.get(path) ?? '')(line) : undefined),
    sha256,
  });
}

const escape = '\u001b[2J\u001b]0;owned\u0007\u009b31m';
const nasty = `${escape}<script>alert(1)</script> | \`code\` *bold* [x](javascript:alert(1)) @someone #1 <!-- ‹›\r\n- [x] **forged**\n\`\`\` \u202Egnp.exe\u2066 שלום עולם \uD800`;

/** A service that passes what TestFlight asks; load was not part of the catalog it was put to. */
export function readyReport(sha256: Sha256): Report {
  const report = realisticReport(sha256, ['pass', 'not-applicable']);
  const run = new Set(report.results.map(({ id }) => id));
  const results = realisticResults.filter(({ check: { id } }) => run.has(id));
  return assemble(results, {
    ...report,
    files: report.coverage.files,
    limitsReached: [],
    catalog: [...results.map((result) => result.check), load],
    notPartBecause: 'left out by --skip',
    texts: new Map(),
    sha256,
  });
}

export function hostileReport(sha256: Sha256): Report {
  const long = 'W'.repeat(500);
  const wide = '漢字👩‍👩‍👧'.repeat(60);
  const results: readonly CheckResult[] = [
    {
      check: { ...cors, title: nasty },
      verdict: 'fail',
      answers: [
        found('code', 'fail', { message: nasty, place: file(`a${escape}|b\`c\nd<i>.py`, 1, 1), related: [file(nasty, 2, 2)] }),
        found('http', 'fail', { message: long, place: { kind: 'request', method: `GET${escape}`, url: `http://h/${nasty}`, curl: `curl 'http://h/${nasty}' ${long} ; rm -rf "` } }),
      ],
    },
    {
      check: jwt,
      verdict: 'fail',
      answers: [
        found(
          'code',
          'fail',
          at('z.py', 300, wide),
          ...Array.from({ length: 299 }, (_, index) => at('z.py', 299 - index, `finding ${index} of many: ${'ab '.repeat(170)}`)),
        ),
      ],
    },
    { check: errorsPrivate, verdict: 'inconclusive', because: nasty, answers: [silent('http', 'inconclusive', nasty)] },
    {
      check: serviceKey,
      verdict: 'pass',
      answers: [found('code', 'pass', { message: nasty, place: { kind: 'process', what: nasty } }), silent('boot', 'inconclusive', nasty, false)],
    },
  ];
  return assemble(results, {
    tool: { name: 'launchgate', version: '0.1.0' },
    target: { path: nasty, start: nasty, units: [{ root: nasty, languages: ['python'], frameworks: [nasty] }] },
    gate: 'app-store',
    startedAt: '2026-11-23T01:50:00.000Z',
    durationMs: 0,
    files: { read: 1, leftOut: [{ reason: nasty, files: 2, examples: [nasty] }], unreadable: [{ path: nasty, because: nasty }] },
    limitsReached: [nasty],
    catalog,
    notPartBecause: nasty,
    texts: new Map([
      [`a${escape}|b\`c\nd<i>.py`, `</code></pre><script>alert(1)</script>${escape}\n\t<!-- ${nasty}`],
      ['z.py', sparse({ 1: ']]>', 2: '::error::forged', 300: 'x'.repeat(5000) })],
    ]),
    anchorOf: () => file(nasty, 1, 1),
    lineHashOf: () => undefined,
    sha256,
  });
}
