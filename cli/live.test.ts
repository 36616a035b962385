// Audits of a service that really starts: it is stopped whatever happens, and its evidence can be judged again.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launchgate } from './testing/launchgate.ts';

const server = `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
writeFileSync('server.pid', String(process.pid));
createServer((request, response) => {
  response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'application/json').end('{}');
}).listen(Number(process.env.PORT ?? 0), '127.0.0.1');
`;
const start = ['audit', '--start', 'node server.mjs', '--only', 'cors-restricted', '--no-config'];

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-live-'));
  await writeFile(join(cwd, 'server.mjs'), server);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const withoutLineHashes = (json: string): unknown => JSON.parse(json, (key, value) => (key === 'lineHash' ? undefined : value)).results;

async function serverRuns(): Promise<boolean> {
  try {
    process.kill(Number(await readFile(join(cwd, 'server.pid'), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

test('a started service is probed and stopped; kept evidence gives the same verdicts without it', async () => {
  const live = await launchgate([...start, '--json', '--save-evidence', 'kept', '--env-file', 'port.env'], await withPort());
  expect(live).toMatchObject({ exitCode: 1 });
  const report = JSON.parse(live.stdout);
  expect(report.results[0]).toMatchObject({ id: 'cors-restricted', verdict: 'fail' });
  expect(report.target).toMatchObject({ start: 'node server.mjs' });
  expect(await serverRuns()).toBe(false);
  await rm(join(cwd, 'server.mjs'));
  const again = await launchgate(['audit', '--from-evidence', 'kept', '--only', 'cors-restricted', '--json'], { cwd });
  expect(again.exitCode).toBe(1);
  // GitHub's hash of a line is made of the file itself, which is gone by now.
  expect(withoutLineHashes(again.stdout)).toEqual(withoutLineHashes(live.stdout));
  for (const name of await readdir(join(cwd, 'kept'))) {
    expect(await readFile(join(cwd, 'kept', name), 'utf8')).not.toContain('only-this-machine-knows');
  }
});

async function withPort(): Promise<{ readonly cwd: string }> {
  await writeFile(join(cwd, 'port.env'), 'API_SECRET_KEY=only-this-machine-knows\n');
  return { cwd };
}

describe('interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s stops the service and ends with %i', async (signal, exitCode) => {
    const ran = await launchgate(start, { cwd, signalWhen: { stderr: /Sending probes/, signal } });
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).not.toContain('unexpected');
    expect(await serverRuns()).toBe(false);
  });
});

test.each([
  ['node -e "process.exit(3)"', /ended with code 3 before it listened/],
  ['node -e "setInterval(() => {}, 1000)"', /did not listen within [1-3] s/],
])('%s: the report is written, the reason is one line, the exit code 2', async (command, message) => {
  const args = ['audit', '--start', command, '--wait-timeout', '1s', '--only', 'cors-restricted', '--json', '--quiet'];
  const { exitCode, stdout, stderr } = await launchgate(args, { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr.trim()).not.toContain('\n');
  expect(JSON.parse(stdout).results[0].answers).toContainEqual(expect.objectContaining({ evidence: 'http', verdict: 'inconclusive' }));
});

test('a load run is held to its budget', async () => {
  const args = ['audit', '--start', 'node server.mjs', '--only', 'load-tested', '--load', '--gate', 'post-launch', '--json'];
  const load = { DURATION_SECONDS: '1', WARM_UP_SECONDS: '0', P99_MS: '5000', RATE_PER_SECOND: '400' };
  const env = Object.fromEntries(Object.entries(load).map(([name, value]) => [`LAUNCHGATE_LOAD__${name}`, value]));
  const { stdout, stderr } = await launchgate(args, { cwd, env });
  expect(stderr).not.toContain('launchgate: ');
  const [result] = JSON.parse(stdout).results;
  expect(result.answers).toHaveLength(1);
  expect(result.answers[0]).toMatchObject({ evidence: 'load', looked: true });
});
