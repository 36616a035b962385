// An audit that loads the service on a start of its own, and takes its backup once it stopped.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchgate, oneLineOf } from './testing/launchgate.ts';

// Lets so many in and no more, and writes down how it was started.
const server = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
const limit = Number(process.env.LIMIT);
appendFileSync('starts.log', process.env.LIMIT + '\\n');
let seen = 0;
createServer((request, response) => {
  seen += 1;
  response.setHeader('content-type', 'application/json').writeHead(seen > limit ? 429 : 200).end('{}');
}).listen(Number(process.env.PORT ?? 0), '127.0.0.1');
`;
const config = (load: object) => JSON.stringify({ load: { durationSeconds: 2, warmUpSeconds: 1, ratePerSecond: 60, path: '/', ...load } });
const audit = ['audit', '--start', 'node server.mjs', '--env-file', 'app.env', '--gate', 'post-launch', '--json'];

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-loaded-'));
  await Promise.all([writeFile(join(cwd, 'server.mjs'), server), writeFile(join(cwd, 'app.env'), 'LIMIT=30\n')]);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

test('under its own limit nearly all of the load is refused; with load.environment it is started again without, and only for that', async () => {
  const only = ['--only', 'load-tested', '--load'];
  await writeFile(join(cwd, 'launchgate.config.json'), config({}));
  const limited = JSON.parse((await launchgate([...audit, ...only], { cwd })).stdout);
  expect(limited.results).toMatchObject([{ id: 'load-tested', verdict: 'inconclusive', because: expect.stringContaining('limiter') }]);
  await writeFile(join(cwd, 'launchgate.config.json'), config({ environment: { LIMIT: '100000' }, p99Ms: 5_000 }));
  const free = await launchgate([...audit, ...only], { cwd });
  // What a crowded machine makes of the times is another matter: nothing was refused.
  expect(JSON.parse(free.stdout).load).toMatchObject({ failedShare: 0 });
  expect(free.stderr).toContain('Starting it again for the load run, with LIMIT of load.environment');
  expect((await readFile(join(cwd, 'starts.log'), 'utf8')).split('\n').slice(0, 3)).toEqual(['30', '30', '100000']);
});

test('the plan says how the load run and the backup come about, and runs neither', async () => {
  await writeFile(join(cwd, 'launchgate.config.json'), config({ environment: { LIMIT: '100000' } }));
  const secret = `postgres://app:${'x9'.repeat(8)}@127.0.0.1/app`;
  const { stdout, exitCode } = await launchgate([...audit.slice(0, -1), '--load', '--backup-command', `pg_dump ${secret}`, '--plan'], {
    cwd,
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('with the service started again for it with LIMIT');
  expect(stdout).toMatch(/backup: what this writes: pg_dump .+, restored into a scratch database/);
  expect(stdout).not.toContain('x9x9');
});

test('a backup is taken in the audited folder after the service stopped; a command that fails is told, without what it was given', async () => {
  const password = 'y8'.repeat(8);
  const command = `node -e "console.error('no route to postgres://app:${password}@127.0.0.1/app'); process.exit(3)"`;
  const { stdout, stderr, exitCode } = await launchgate(
    ['audit', '.', '--no-config', '--only', 'backups-verified', '--backup-command', command, '--gate', 'post-launch', '--json'],
    { cwd },
  );
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout).results).toMatchObject([
    { verdict: 'inconclusive', because: expect.stringMatching(/the command that writes the backup ended with code 3: no route to/) },
  ]);
  expect(`${stdout}${stderr}`).not.toContain(password);
});

test('two backups at once are one line', async () => {
  const line = oneLineOf(await launchgate(['audit', '.', '--backup', 'a.dump', '--backup-command', 'true'], { cwd }));
  expect(line).toContain('--backup and --backup-command name two backups');
});
