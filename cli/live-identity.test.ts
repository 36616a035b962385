// Test users on the command line: signed in by commands and variables, renewed when refused, and never shown or kept.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchgate } from './testing/launchgate.ts';

const word = (): string => `opaque${crypto.getRandomValues(Buffer.alloc(12)).toString('hex')}`;
/** Of the first user: one that has run out, and one that is good. */
const [old, good, second, tenant] = [word(), word(), word(), word()];

// It says aloud what it was given: in its answers and in its log.
const server = `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
createServer((request, response) => {
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  const known = request.headers['x-tenant'] === ${JSON.stringify(tenant)};
  const owner = { ${good}: 'ada', ${second}: 'bob' }[token];
  appendFileSync('seen', JSON.stringify([token, known, request.url]) + '\\n');
  console.log('asked with ' + token + ' and ' + request.headers['x-tenant']);
  const wanted = /^\\/users\\/(\\w+)$/.exec(request.url)?.[1];
  const status = wanted === undefined ? 404 : owner === undefined || !known ? 401 : 200;
  response.writeHead(status, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' }).end(JSON.stringify({ token, wanted }));
}).listen(0, '127.0.0.1');
`;
// The first time it prints what has run out.
const issuer = `
import { existsSync, writeFileSync } from 'node:fs';
console.log(existsSync('asked') ? '${good}' : '${old}');
console.error('not for anybody: ${good}');
writeFileSync('asked', '');
`;
const config = {
  start: 'node server.mjs',
  auth: {
    tokenCommand: 'node issuer.mjs',
    subject: 'ada',
    headers: { 'X-Tenant': 'TEST_TENANT' },
    second: { tokenEnv: 'SECOND_TOKEN', subject: 'bob' },
  },
  routes: { protected: '/users/ada' },
};

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-identity-'));
  await writeFile(join(cwd, 'server.mjs'), server);
  await writeFile(join(cwd, 'issuer.mjs'), issuer);
  await writeFile(join(cwd, 'launchgate.config.json'), JSON.stringify(config));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const env = { SECOND_TOKEN: second, TEST_TENANT: tenant };
const checks = 'jwt-verified,logs-through-logger';
const settings = ['--config', 'launchgate.config.json', '--only', checks, '--json', '--verbose'];

test('a token of a command is renewed when it is refused, and nothing of anybody is shown or kept', { timeout: 60_000 }, async () => {
  const ran = await launchgate(['audit', ...settings, '--save-evidence', 'kept'], { cwd, env });
  expect(ran.stderr).not.toContain('launchgate: ');
  const seen = (await readFile(join(cwd, 'seen'), 'utf8')).trim().split('\n');
  const asked = seen.map((line): [string, boolean, string] => JSON.parse(line));
  expect(asked.map(([token]) => token)).toEqual(expect.arrayContaining([old, good]));
  // Every request brought the header, but for those that only wait for the start.
  expect(asked.filter(([, known, path]) => !known && path.startsWith('/users/'))).toEqual([]);
  const names = await readdir(join(cwd, 'kept'));
  expect(names).toContain('http.har');
  const kept = await Promise.all(names.map((name) => readFile(join(cwd, 'kept', name), 'utf8')));
  for (const text of [ran.stdout, ran.stderr, ...kept]) {
    for (const secret of [old, good, second, tenant]) expect(text.includes(secret)).toBe(false);
  }
  expect(kept.join('\n')).toContain('asked with [');
  expect(kept.join('\n')).toContain('$X_TENANT');
});

test.each([
  [{ tokenCommand: 'node -e "process.exit(7)"' }, {}, /the token command ended with exit code 7/],
  [{ headers: { 'X-Tenant': 'NOWHERE_SET' } }, {}, /NOWHERE_SET, named for a test token or key, is not set/],
  [{ supabase: { url: 'http://127.0.0.1:1', emailEnv: 'NO_EMAIL', passwordEnv: 'NO_PASSWORD' } }, { SUPABASE_ANON_KEY: 'k' }, /NO_EMAIL/],
])('%j: said in one line, exit code 2', async (auth, more, message) => {
  await writeFile(join(cwd, 'launchgate.config.json'), JSON.stringify({ start: 'node server.mjs', auth }));
  const ran = await launchgate(['audit', ...settings, '--quiet'], { cwd, env: more });
  expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message) });
});

test('flags say the same as the file', async () => {
  const flags = ['--token-command', 'node issuer.mjs', '--second-token-env', 'SECOND_TOKEN', '--header', 'X-Tenant=TEST_TENANT'];
  const started = ['--start', 'node server.mjs', '--no-config', '--only', checks, '--json', '--quiet'];
  const ran = await launchgate(['audit', ...started, ...flags], { cwd, env });
  expect(JSON.parse(ran.stdout).results).toHaveLength(2);
  const lines = (await readFile(join(cwd, 'seen'), 'utf8')).trim().split('\n');
  expect(lines.some((line) => line.includes(tenant) || line.includes('true'))).toBe(true);
  const wrong = await launchgate(['audit', '--header', 'X-Tenant: value'], { cwd });
  expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('NAME of the variable') });
});
