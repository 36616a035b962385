// Environment gathering against real files, made at run time so that no key-like text is ever committed.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EnvironmentEvidence, Variable } from '../../model.ts';
import { gatherEnvironment } from './gather.ts';
import { readSecrets, readValues } from './values.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'environment-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const randomText = (length: number) => crypto.getRandomValues(Buffer.alloc(length)).toString('base64url').slice(0, length);
const ref = 'abcdefghijklmnopqrst';
function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: 'supabase', ref, ...claims })}.${randomText(43)}`;
}
const write = (name: string, text: string | Uint8Array) => writeFile(join(root, name), text);
const discover = () => gatherEnvironment({ root, files: 'discover', expected: [] });
function variable(evidence: EnvironmentEvidence, name: string): Variable {
  const found = evidence.variables.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

test('files are found by name, with the role their name tells', async () => {
  for (const name of ['.env', '.env.local', '.env.production', '.env.production.local', '.env.test', '.env.example', '.env.dist'])
    await write(name, 'A=1\n');
  for (const name of ['.env.bak', '.envrc', 'environment.ts', '.env.vault']) await write(name, 'A=1\n');
  const { sources } = await discover();
  expect(Object.fromEntries(sources.map(({ name, role }) => [name, role]))).toEqual({
    '.env': 'development',
    '.env.local': 'development',
    '.env.production': 'production',
    '.env.production.local': 'production',
    '.env.test': 'test',
    '.env.example': 'example',
    '.env.dist': 'example',
  });
});

test('folders of services are looked into, and named with forward slashes', async () => {
  await mkdir(join(root, 'apps/api'), { recursive: true });
  await write('apps/api/.env', 'A=1');
  const { sources } = await gatherEnvironment({ root, files: 'discover', folders: ['apps/api', 'gone'], expected: [] });
  expect(sources.map(({ name }) => name)).toEqual(['apps/api/.env']);
});

test('files that tools keep in a folder of their own are found', async () => {
  await mkdir(join(root, 'apps/api/prisma'), { recursive: true });
  await write('apps/api/prisma/.env', 'A=1');
  const { sources } = await gatherEnvironment({ root, files: 'discover', folders: ['apps/api'], expected: [] });
  expect(sources.map(({ name }) => name)).toEqual(['apps/api/prisma/.env']);
});

test('named files replace the discovered ones; examples stay for comparison', async () => {
  await write('.env', 'A=1');
  await write('.env.example', 'A=');
  await write('live.env', 'A=2');
  const { sources } = await gatherEnvironment({ root, files: ['live.env'], processEnv: { A: '3' }, expected: [] });
  expect(sources.map(({ name, role }) => [name, role])).toEqual([
    ['live.env', 'given'],
    ['.env.example', 'example'],
    ['process', 'given'],
  ]);
});

test('quotes, export, BOM, CRLF, comments and values of several lines are read, with their lines', async () => {
  await write('.env', '\uFEFF# top\r\nexport A="one # two"\r\nB=\'x\'\r\nC="first\r\nsecond"\r\nD= # nothing\r\nE=4\r\n');
  const evidence = await discover();
  expect(evidence.variables.map(({ name, line }) => [name, line])).toEqual([
    ['A', 2],
    ['B', 3],
    ['C', 4],
    ['D', 6],
    ['E', 7],
  ]);
  expect(variable(evidence, 'D').empty).toBe(true);
  expect((await readValues({ root, files: 'discover' })).get('C')).toBe('first\nsecond');
});

test('what is wrong with a file is told, and the others are still read', async () => {
  await mkdir(join(root, '.env'));
  await write('.env.dev', Buffer.from([0x41, 0x3d, 0xff, 0xfe, 0x0a]));
  await write('.env.production', '');
  await truncate(join(root, '.env.production'), 50 * 1024 * 1024);
  await symlink('.env.local', join(root, '.env.local'));
  await write('.env.staging', 'A=1');
  const { sources, variables } = await gatherEnvironment({ root, files: 'discover', expected: [] });
  expect(Object.fromEntries(sources.map(({ name, problem }) => [name, problem]))).toEqual({
    '.env': 'is a folder',
    '.env.dev': 'is not UTF-8 text',
    '.env.local': 'cannot be read (ELOOP)',
    '.env.production': 'has 50 MB: too large for an environment file',
    '.env.staging': undefined,
  });
  expect(variables).toHaveLength(1);
  const { sources: named } = await gatherEnvironment({ root, files: ['gone.env'], expected: [] });
  expect(named).toEqual([{ name: 'gone.env', role: 'given', committed: false, problem: 'cannot be read (ENOENT)' }]);
});

test('shapes tell what a value is, and no secret is kept', async () => {
  const secrets = [token({ role: 'service_role', exp: 4e9 }), `sb_${'secret'}_${randomText(30)}`, `sk-${randomText(40)}`, randomText(32)];
  const [serviceKey, newKey, openai, signing] = secrets;
  const password = randomText(20);
  const lines = [
    `SUPABASE_URL=https://${ref}.supabase.co`,
    `SUPABASE_ANON_KEY=${token({ role: 'anon', exp: 1 })}`,
    `SUPABASE_SERVICE_ROLE_KEY=${serviceKey}`,
    `NEW_KEY=${newKey}`,
    `OPENAI_API_KEY=${openai}`,
    `JWT_SECRET=${signing}`,
    `DATABASE_URL=postgres://app:${password}@127.0.0.1:5432/app`,
    'PORT=8000',
    'DEBUG=true',
    'LOG_LEVEL=info',
    'OTP_SECRET=123456',
  ];
  await write('.env', lines.join('\n'));
  const evidence = await discover();
  const shapes = Object.fromEntries(evidence.variables.map(({ name, shape }) => [name, shape]));
  expect(shapes).toEqual({
    SUPABASE_URL: { kind: 'url', protocol: 'https', host: `${ref}.supabase.co`, supabaseRef: ref, local: false, hasPassword: false },
    SUPABASE_ANON_KEY: { kind: 'supabase-jwt', role: 'anon', ref, expired: true },
    SUPABASE_SERVICE_ROLE_KEY: { kind: 'supabase-jwt', role: 'service_role', ref, expired: false },
    NEW_KEY: { kind: 'supabase-key', role: 'secret' },
    OPENAI_API_KEY: { kind: 'openai-key' },
    JWT_SECRET: { kind: 'secret' },
    DATABASE_URL: { kind: 'url', protocol: 'postgres', host: '127.0.0.1:5432', supabaseRef: undefined, local: true, hasPassword: true },
    PORT: { kind: 'number', value: 8000 },
    DEBUG: { kind: 'boolean', value: true },
    LOG_LEVEL: { kind: 'text', value: 'info' },
    OTP_SECRET: { kind: 'secret' },
  });
  const kept = JSON.stringify(evidence);
  for (const secret of [...secrets, password]) expect(kept).not.toContain(secret);

  const known = await readSecrets({ root, files: 'discover' });
  expect([...known.keys()]).toEqual([
    'SUPABASE_SERVICE_ROLE_KEY',
    'NEW_KEY',
    'OPENAI_API_KEY',
    'JWT_SECRET',
    'DATABASE_URL',
    'DATABASE_URL password',
    'OTP_SECRET',
  ]);
  expect(known.get('DATABASE_URL password')).toBe(password);
});

test('git tells which files are committed, and where else a name is written', async () => {
  await write('.env', 'A=1\nELSEWHERE=2\nNOWHERE=3\nNOWHERE_ELSE=4\nSTORE_URL=5\nWORKER_B_SIZE=6\nSTORE_KEY=7');
  await write('read.py', 'os.getenv(f"{prefix}_URL"), os.environ[f"WORKER_{name}_SIZE"], f"{KEY}"');
  await write('compose.yml', `environment:\n  X: \${${'ELSEWHERE'}}\n`);
  await write('README.md', 'Set NOWHERE');
  await write('.env.local', 'B=1');
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['add', '.env'], { cwd: root });
  const evidence = await discover();
  expect(evidence.sources.map(({ name, committed }) => [name, committed])).toEqual([
    ['.env', true],
    ['.env.local', false],
  ]);
  expect(evidence.mentioned).toEqual(['ELSEWHERE', 'STORE_URL', 'WORKER_B_SIZE']);
});

test('in a folder that an outer repository ignores, nobody looked for other readers', async () => {
  execFileSync('git', ['init', '-q'], { cwd: root });
  await mkdir(join(root, 'kept'));
  await mkdir(join(root, 'out'));
  await write('.gitignore', 'out/\n');
  await write('out/.env', 'A=1');
  await write('kept/.env', 'A=1');
  const mentioned = async (folder: string) => {
    const evidence = await gatherEnvironment({ root: join(root, folder), files: 'discover', expected: [] });
    return evidence.mentioned;
  };
  expect(await mentioned('out')).toBeUndefined();
  expect(await mentioned('kept')).toEqual([]);
});

test('without a repository nothing is committed, and the reason is told', async () => {
  await write('.env', 'A=1');
  const evidence = await discover();
  expect(evidence.sources.map(({ committed }) => committed)).toEqual([false]);
  expect(evidence.committedMissing).toBe('git could not say which files are committed');
});

test('an example file documents a variable in a comment too', async () => {
  await write('.env.example', 'A=\n# SENTRY_DSN=\n# see https://host/?B=1\n');
  await write('.env', '# C=1\n');
  expect((await discover()).variables.map(({ name, line }) => [name, line])).toEqual([
    ['A', 1],
    ['SENTRY_DSN', 2],
  ]);
});

test('of the process, only what the service may read is kept', async () => {
  const expected = [
    { name: 'A', required: true, type: 'string', hasFallback: false, readAt: { path: 'a.ts', line: 1, column: 1 } },
  ] as const;
  const { variables } = await gatherEnvironment({ root, files: 'discover', processEnv: { A: '1', HOME_OF_OTHERS: 'x' }, expected });
  expect(variables.map(({ name, source }) => [name, source])).toEqual([['A', 'process']]);
});
