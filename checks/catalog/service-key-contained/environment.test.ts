// The judge against environment files built variable by variable.
import { expect, test } from 'vitest';
import type { Answer, EnvironmentEvidence, EnvironmentSource, ValueShape } from '../../model.ts';
import check from './check.ts';

const service: ValueShape = { kind: 'supabase-jwt', role: 'service_role', ref: 'nobodysproject', expired: false };
const anon: ValueShape = { ...service, role: 'anon' };
const secret: ValueShape = { kind: 'secret' };
const remote: ValueShape = { kind: 'url', protocol: 'postgres', host: 'db.test', supabaseRef: undefined, local: false, hasPassword: true };

interface File {
  readonly role?: EnvironmentSource['role'];
  readonly committed?: boolean;
  readonly values: Readonly<Record<string, ValueShape>>;
  readonly as?: 'placeholder' | 'weak' | 'empty';
}

function judged(files: Readonly<Record<string, File>>, more: Partial<EnvironmentEvidence> = {}): Answer | undefined {
  const sources = Object.entries(files).map(([name, { role = 'development', committed = true }]) => ({ name, role, committed }));
  const variables = Object.entries(files).flatMap(([source, { values, as }]) =>
    Object.entries(values).map(([name, shape], index) => ({
      name,
      source,
      line: index + 1,
      empty: as === 'empty',
      placeholder: as === 'placeholder',
      weak: as === 'weak',
      shape,
    })),
  );
  return check.judge.environment?.({ sources, variables, expected: [], ...more });
}
const namesIn = (answer: Answer | undefined): readonly string[] =>
  answer && 'findings' in answer ? answer.findings.flatMap(({ place }) => (place.kind === 'environment' ? [place.name] : [])) : [];

test('a committed file with secrets fails, each named', () => {
  const answer = judged({ '.env': { values: { A_KEY: service, B_KEY: anon, C_SECRET: secret, DATABASE_URL: remote } } });
  expect(answer?.verdict).toBe('fail');
  expect(namesIn(answer)).toEqual(['A_KEY', 'C_SECRET', 'DATABASE_URL']);
});

test('an example that holds a real key fails, one that holds a sentence does not', () => {
  const example = { '.env.example': { role: 'example', values: { A_KEY: service, JWT_SECRET: secret } } } as const;
  expect(namesIn(judged(example))).toEqual(['A_KEY']);
});

test('the keys of the local stack are everybody’s', () => {
  expect(judged({ '.env': { values: { A_KEY: { ...service, ref: undefined } } } })).toMatchObject({ verdict: 'not-applicable' });
});

test.each(['placeholder', 'empty', 'weak'] as const)('a %s value is no secret', (as) => {
  expect(judged({ '.env': { values: { C_SECRET: secret }, as } })).toMatchObject({ verdict: 'not-applicable' });
});

test('secrets in a file that is not committed pass, and are told', () => {
  const answer = judged({ '.env': { committed: false, values: { A_KEY: service } } });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(JSON.stringify(answer)).toContain('.env is not committed');
});

test('where nobody could say what is committed, nothing passes', () => {
  const file = { '.env': { committed: false, values: { A_KEY: service } } };
  expect(judged(file, { committedMissing: 'no git' })).toMatchObject({ verdict: 'inconclusive' });
});

test.each(['NEXT_PUBLIC_', 'VITE_', 'EXPO_PUBLIC_', 'REACT_APP_'])('%s ships a service key, committed or not', (prefix) => {
  const files = { '.env': { committed: false, values: { [`${prefix}KEY`]: service, [`${prefix}SUPABASE_ANON_KEY`]: anon } } };
  expect(namesIn(judged(files))).toEqual([`${prefix}KEY`]);
  expect(judged({ '.env': { committed: false, values: { [`${prefix}CLIENT_SECRET`]: secret } } })).toMatchObject({ verdict: 'fail' });
});

test('what the process was given is nobody’s file', () => {
  expect(judged({ process: { role: 'given', committed: false, values: { A_KEY: service } } })).toMatchObject({ verdict: 'not-applicable' });
});

test('what is only long is no secret, and a container beside the service is nobody else’s', () => {
  const beside: ValueShape = { ...remote, host: 'db:5432' };
  const origins: ValueShape = { kind: 'secret', onlyLong: true };
  expect(judged({ '.env.docker': { values: { CORS_ORIGINS: origins, DATABASE_URL: beside } } })).toMatchObject({
    verdict: 'not-applicable',
  });
});

test.each([
  ['production', 'db:5432', 'fail'],
  ['production', 'localhost', 'not-applicable'],
  ['development', `dpg-${'a1b2c3d4'.repeat(2)}e5f6-a`, 'fail'],
  ['development', 'db', 'not-applicable'],
  ['development', 'postgres_2:5432', 'not-applicable'],
  ['development', 'subscription-service-database', 'not-applicable'],
] as const)('in a file for %s the password of %s: %s', (role, host, verdict) => {
  const url: ValueShape = { ...remote, host, local: host === 'localhost' };
  expect(judged({ '.env.some': { role, values: { DATABASE_URL: url } } })).toMatchObject({ verdict });
});
