// The judge against environments built variable by variable.
import { expect, test } from 'vitest';
import type { Answer, EnvironmentEvidence, EnvironmentSource, ExpectedVariable, ValueShape, Variable } from '../../model.ts';
import check from './check.ts';

const ref = 'abcdefghijklmnopqrst';
const other = 'tsrqponmlkjihgfedcba';
const supabaseUrl = (supabaseRef: string | undefined, more: Partial<ValueShape & { kind: 'url' }> = {}): ValueShape => ({
  kind: 'url',
  protocol: 'https',
  host: `${supabaseRef}.supabase.co`,
  supabaseRef,
  local: false,
  hasPassword: false,
  ...more,
});
const local: ValueShape = {
  kind: 'url',
  protocol: 'http',
  host: 'localhost:54321',
  supabaseRef: undefined,
  local: true,
  hasPassword: false,
};
const jwt = (role: string, of = ref, expired = false): ValueShape => ({ kind: 'supabase-jwt', role, ref: of, expired });
const text = (value: string): ValueShape => ({ kind: 'text', value });
const secret: ValueShape = { kind: 'secret' };

type Values = Readonly<Record<string, ValueShape | 'empty' | 'placeholder' | 'weak'>>;
function variables(source: string, values: Values): readonly Variable[] {
  return Object.entries(values).map(([name, value], index) => ({
    name,
    source,
    line: index + 1,
    empty: value === 'empty',
    placeholder: value === 'placeholder',
    weak: value === 'weak',
    shape: typeof value === 'string' ? text('') : value,
  }));
}
const expected = (name: string, more: Partial<ExpectedVariable> = {}): ExpectedVariable => ({
  name,
  required: true,
  type: 'string',
  hasFallback: false,
  readAt: { path: 'settings.py', line: 3, column: 1 },
  ...more,
});
const source = (name: string, role: EnvironmentSource['role'], more: Partial<EnvironmentSource> = {}): EnvironmentSource => ({
  name,
  role,
  committed: false,
  ...more,
});
function judge(evidence: Partial<EnvironmentEvidence>): Answer {
  const judges = check.judge.environment;
  if (judges === undefined) throw new Error('no judge');
  return judges({ sources: [], variables: [], expected: [], mentioned: [], ...evidence });
}
/** One given file with these values, and the code reading all of `reads`. */
const given = (values: Values, reads: readonly ExpectedVariable[] = Object.keys(values).map((name) => expected(name))) =>
  judge({ sources: [source('live.env', 'given')], variables: variables('live.env', values), expected: reads });
const messages = (answer: Answer) => ('findings' in answer ? answer.findings.map(({ message }) => message) : [answer.because]);

const good: Values = {
  SUPABASE_URL: supabaseUrl(ref),
  SUPABASE_ANON_KEY: jwt('anon'),
  SUPABASE_SERVICE_ROLE_KEY: jwt('service_role'),
  OPENAI_API_KEY: { kind: 'openai-key' },
};

test('a whole environment passes, and says what was not set', () => {
  const answer = given(good, [...Object.keys(good).map((name) => expected(name)), expected('SENTRY_DSN', { required: false })]);
  expect(answer.verdict).toBe('pass');
  expect(messages(answer)).toEqual([
    'all of the 4 required variables are set, of their kind and no placeholders; read without a default and not set: SENTRY_DSN',
  ]);
});

test('new Supabase keys pass in their own places', () => {
  const keys = {
    SUPABASE_ANON_KEY: { kind: 'supabase-key', role: 'publishable' },
    SUPABASE_SERVICE_ROLE_KEY: { kind: 'supabase-key', role: 'secret' },
  } as const;
  expect(given({ ...good, ...keys }).verdict).toBe('pass');
  const swapped = { SUPABASE_ANON_KEY: keys.SUPABASE_SERVICE_ROLE_KEY, SUPABASE_SERVICE_ROLE_KEY: keys.SUPABASE_ANON_KEY };
  expect(messages(given({ ...good, ...swapped }))).toEqual([
    'SUPABASE_ANON_KEY holds a key of role service_role: it should be anon',
    'SUPABASE_SERVICE_ROLE_KEY holds a key of role anon: it should be service_role',
  ]);
});

test.each<[string, Values, string]>([
  ['set to nothing', { OPENAI_API_KEY: 'empty' }, 'OPENAI_API_KEY is required and set to nothing'],
  ['a placeholder', { OPENAI_API_KEY: 'placeholder' }, 'OPENAI_API_KEY holds a placeholder'],
  ['weak', { JWT_SECRET: 'weak' }, 'JWT_SECRET is a secret that can be guessed: too short, too simple or a well-known word'],
  [
    'another project',
    { SUPABASE_ANON_KEY: jwt('anon', other) },
    `SUPABASE_ANON_KEY belongs to project ${other}, SUPABASE_URL to project ${ref}`,
  ],
  ['swapped', { SUPABASE_ANON_KEY: jwt('service_role') }, 'SUPABASE_ANON_KEY holds a key of role service_role: it should be anon'],
  ['expired', { SUPABASE_ANON_KEY: jwt('anon', ref, true) }, 'SUPABASE_ANON_KEY has expired'],
  ['no key', { SUPABASE_ANON_KEY: text('hello') }, 'SUPABASE_ANON_KEY is no Supabase key'],
  ['not https', { SUPABASE_URL: supabaseUrl(ref, { protocol: 'http' }) }, 'SUPABASE_URL is http, not https: keys travel in the clear'],
  ['no URL', { SUPABASE_URL: text('hello') }, 'SUPABASE_URL is no URL'],
  ['local', { API_URL: local }, 'API_URL points to localhost:54321 in a production environment'],
  ['a local host', { DB_HOST: text('127.0.0.1') }, 'DB_HOST points to this machine in a production environment'],
  ['a port that is none', { PORT: text('eighty') }, 'PORT should be a number and is not'],
])('%s fails', (_, change, message) => {
  expect(messages(given({ ...good, ...change }))).toEqual([message]);
});

test('a missing variable fails with the place that reads it; one with a default is fine', () => {
  const answer = given({}, [expected('OPENAI_API_KEY'), expected('OPENAI_MODEL', { hasFallback: true })]);
  expect(answer).toEqual({
    verdict: 'fail',
    findings: [
      {
        message: 'OPENAI_API_KEY is required and not set',
        place: { kind: 'environment', name: 'OPENAI_API_KEY', source: 'live.env' },
        related: [{ kind: 'file', path: 'settings.py', line: 3, column: 1 }],
      },
    ],
  });
});

test.each<[ExpectedVariable['type'], ValueShape, boolean]>([
  ['number', text('many'), false],
  ['number', { kind: 'number', value: 5 }, true],
  ['number', secret, true],
  ['boolean', text('maybe'), false],
  ['boolean', { kind: 'number', value: 7 }, false],
  ['boolean', { kind: 'number', value: 1 }, true],
  ['boolean', text('yes'), true],
  ['url', text('hello'), false],
  ['url', supabaseUrl(undefined), true],
])('asked for a %s, %o is right: %s', (type, shape, right) => {
  expect(given({ LIMIT: shape }, [expected('LIMIT', { type })]).verdict).toBe(right ? 'pass' : 'fail');
});

test("what is a developer's may be local", () => {
  const dev: Values = { ...good, SUPABASE_URL: local, DEBUG: { kind: 'boolean', value: true }, HOST: text('0.0.0.0') };
  const reads = Object.keys(dev).map((name) => expected(name));
  expect(judge({ sources: [source('.env', 'development')], variables: variables('.env', dev), expected: reads }).verdict).toBe('pass');
  expect(given({ ...dev, NODE_ENV: text('development') }, reads).verdict).toBe('pass');
  expect(given({ ...dev, NODE_ENV: text('production') }, reads).verdict).toBe('fail');
  expect(
    judge({ sources: [source('.env.production', 'production')], variables: variables('.env.production', dev), expected: reads }).verdict,
  ).toBe('fail');
});

test('production files decide before those of a developer, which still may hold what both share', () => {
  const sources = [source('.env', 'development'), source('.env.production', 'production')];
  const all = [...variables('.env', { A: text('x'), LOCAL_URL: local }), ...variables('.env.production', { B: text('y') })];
  const reads = [expected('A'), expected('B'), expected('LOCAL_URL')];
  expect(judge({ sources, variables: all, expected: reads }).verdict).toBe('pass');
  expect(messages(judge({ sources, variables: all, expected: [...reads, expected('C')] }))).toEqual(['C is required and not set']);
});

test('each service is held to its own folder', () => {
  const sources = [source('api/.env', 'development')];
  const reads = [
    expected('A', { readAt: { path: 'api/settings.py', line: 1, column: 1 } }),
    expected('B', { readAt: { path: 'worker/settings.py', line: 1, column: 1 } }),
  ];
  const answer = judge({ sources, variables: variables('api/.env', { A: text('x') }), expected: reads });
  expect(answer).toEqual({ verdict: 'inconclusive', because: 'no environment was given for worker/settings.py' });
});

test('without an environment there is nothing to tell, but the example can still disagree with the code', () => {
  expect(judge({ expected: [expected('A')] })).toEqual({
    verdict: 'inconclusive',
    because: 'no environment was given: use --env-file or --env process',
  });
  const sources = [source('.env.example', 'example')];
  const answer = judge({ sources, variables: variables('.env.example', { B: 'empty' }), expected: [expected('A')] });
  expect(messages(answer)).toEqual(['the code reads what this file does not document: A', 'set here and read by nothing: B']);
});

test('the example for runs of tests documents those, not the service', () => {
  const sources = [source('.env.acceptance.sample', 'example'), source('.env.sample', 'example')];
  const values = [...variables('.env.acceptance.sample', { ACCEPTANCE_URL: 'empty' }), ...variables('.env.sample', { A: 'empty' })];
  const answer = judge({ sources, variables: values, expected: [expected('A'), expected('B')] });
  expect(messages(answer)).toEqual(['the code reads what this file does not document: B']);
  expect(answer).toMatchObject({ findings: [{ place: { source: '.env.sample' } }] });
});

test('an example that is for tests or for the app alone documents no service', () => {
  const forTests = judge({
    sources: [source('.env.test.example', 'example')],
    variables: variables('.env.test.example', { TEST_KEY: 'empty' }),
    expected: [expected('A')],
  });
  const forApp = judge({
    sources: [source('.env.example', 'example')],
    variables: variables('.env.example', { EXPO_PUBLIC_URL: 'empty', EXPO_PUBLIC_KEY: 'empty', TEAM_ID: 'empty' }),
    expected: [expected('A')],
  });
  expect([forTests.verdict, forApp.verdict]).toEqual(['inconclusive', 'inconclusive']);
});

test('what Supabase gives its edge functions is nothing to document', () => {
  const readAt = { path: 'supabase/functions/plans/index.ts', line: 1, column: 1 };
  const answer = judge({
    sources: [source('.env.example', 'example')],
    variables: variables('.env.example', { A: 'empty' }),
    expected: [expected('A', { readAt }), expected('SUPABASE_SERVICE_ROLE_KEY', { readAt }), expected('B', { readAt })],
  });
  expect(messages(answer)).toEqual(['the code reads what this file does not document: B']);
});

test('names that libraries, platforms or other files read are not called unused or undocumented', () => {
  const sources = [source('.env.example', 'example'), source('.env', 'development')];
  const set = { A: text('x'), OPENAI_ORG: text('x'), NODE_ENV: text('x'), COMPOSED: text('x') };
  const reads = [expected('A'), expected('NODE_ENV', { required: false }), expected('PORT', { required: false })];
  const all = [...variables('.env.example', set), ...variables('.env', set)];
  expect(judge({ sources, variables: all, expected: reads, mentioned: ['COMPOSED'] }).verdict).toBe('pass');
  expect(messages(judge({ sources, variables: all, expected: reads, mentioned: [] }))).toEqual([
    'set here and read by nothing: COMPOSED',
    'set here and read by nothing: COMPOSED',
  ]);
});

test('an example file tells what is a number and what must be filled in', () => {
  const sources = [source('.env.example', 'example'), source('live.env', 'given')];
  const look = (set: Values) => {
    const example: Values = { A_KEY: 'placeholder', SENTRY_DSN: 'placeholder', RATE: { kind: 'number', value: 0.7 }, LOG_FILE: 'empty' };
    const reads = Object.keys(example).map((name) => expected(name, { required: false }));
    return judge({ sources, variables: [...variables('.env.example', example), ...variables('live.env', set)], expected: reads });
  };
  expect(messages(look({ A_KEY: 'empty', RATE: text('warm'), LOG_FILE: 'empty' }))).toEqual([
    'A_KEY is to be filled in and set to nothing',
    'RATE should be a number and is not',
  ]);
  expect(look({ A_KEY: secret, LOG_FILE: 'empty', RATE: { kind: 'number', value: 1 } }).verdict).toBe('pass');
  expect(look({})).toEqual({
    verdict: 'inconclusive',
    because: 'A_KEY is documented, read without a default and not set: whether it is required is not known',
  });
});

test('one fault of a variable is told once', () => {
  const reads = [expected('SUPABASE_URL', { type: 'url' })];
  expect(messages(given({ SUPABASE_URL: text('hello') }, reads))).toEqual(['SUPABASE_URL should be a URL and is not']);
});

test('many undocumented names become one finding', () => {
  const reads = Array.from({ length: 13 }, (_, index) => expected(`NAME_${index}`, { required: false }));
  const answer = judge({ sources: [source('.env.example', 'example')], expected: reads });
  expect(messages(answer)).toEqual([expect.stringMatching(/NAME_0, .*NAME_9 and 3 more$/)]);
});

test('what could not be read or is not known never passes', () => {
  const reads = [expected('A')];
  const sources = [source('live.env', 'given'), source('gone.env', 'given', { problem: 'cannot be read (ENOENT)' })];
  const all = variables('live.env', { A: text('x') });
  expect(judge({ sources, variables: all, expected: reads })).toEqual({
    verdict: 'inconclusive',
    because: 'gone.env cannot be read (ENOENT)',
  });
  expect(judge({ sources: sources.slice(0, 1), variables: all, expected: [], expectedMissing: 'code was not read' })).toEqual({
    verdict: 'inconclusive',
    because: 'what the code reads is not known: code was not read',
  });
});

test('a service that reads no variable has nothing to complete', () => {
  expect(judge({ sources: [source('.env', 'development')] })).toEqual({
    verdict: 'not-applicable',
    because: 'the service reads no environment variable',
  });
});

test('a file for tests is not the configuration of the service', () => {
  const answer = judge({
    sources: [source('.env.testing', 'test')],
    variables: variables('.env.testing', { API_SECRET: 'placeholder' }),
    expected: [expected('API_SECRET')],
  });
  expect(answer.verdict).toBe('inconclusive');
});

test('a development file in git whose keys are to be filled in is a template', () => {
  const set = variables('.env.development', { OPENAI_API_KEY: 'placeholder', RATE: text('7') });
  const reads = [expected('OPENAI_API_KEY')];
  const committed = { ...source('.env.development', 'development'), committed: true };
  expect(judge({ sources: [committed], variables: set, expected: reads }).verdict).toBe('inconclusive');
  const overlay = { ...source('.env.docker', 'development'), committed: true };
  const beside = [...set, ...variables('.env.docker', { RATE: text('8') })];
  expect(judge({ sources: [committed, overlay], variables: beside, expected: reads }).verdict).toBe('inconclusive');
  expect(judge({ sources: [{ ...committed, committed: false }], variables: set, expected: reads }).verdict).toBe('fail');
});
