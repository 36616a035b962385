// `launchgate load run|search|compare|export` as a user types them, against a server of this process.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchgate, oneLineOf } from './testing/launchgate.ts';

let cwd = '';
let url = '';
const server = createServer((message, response) => response.writeHead(message.url === '/missing' ? 404 : 200).end('ok'));
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-load-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  const scenario = {
    name: 'two routes',
    url,
    journeys: [{ name: 'both', steps: [{ request: 'GET /a' }, { request: 'GET /missing', expect: [404] }] }],
    stages: [{ duration: '2s', rate: 90 }],
    thresholds: { http_req_failed: ['rate<0.01'], 'http_reqs{route:GET /a}': ['count==180'] },
  };
  await writeFile(join(cwd, 'scenario.json'), JSON.stringify(scenario));
});
afterAll(async () => {
  server.close();
  await rm(cwd, { recursive: true });
});

describe('launchgate load', () => {
  it('runs a scenario, writes its result, and compares with it', async () => {
    const first = await launchgate(['load', 'run', 'scenario.json', '--result', 'a.json'], { cwd });
    expect(first.stdout).toMatch(/verdict {4}pass: held http_req_failed: rate<0.01 \(was 0 %\)/);
    expect(first.stdout).toContain('http_reqs{route:GET /a}: count==180: was 180');
    expect(first.exitCode).toBe(0);
    const result = JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8'));
    expect(result).toMatchObject({ requests: 360, statuses: { '200': 180, '404': 180 } });
    const compared = await launchgate(['load', 'compare', 'a.json', 'a.json'], { cwd });
    expect(compared.exitCode).toBe(0);
    expect(compared.stdout).toContain('the same  failed: 0.0 % → 0.0 %');
  });

  it('fails where a threshold broke, in the report too', async () => {
    const args = [
      'load',
      'run',
      `${url}/missing`,
      '--rate',
      '300',
      '--duration',
      '1s',
      '--warm-up',
      '0ms',
      '--threshold',
      'http_reqs: count<10',
    ];
    const ran = await launchgate([...args, '--json'], { cwd });
    // Nothing but 404 was answered: whatever the count, nothing was measured.
    expect(JSON.parse(ran.stdout).results[0]).toMatchObject({ id: 'load-tested', verdict: 'inconclusive' });
    expect(ran.exitCode).toBe(1);
    const broke = await launchgate(['load', 'run', 'scenario.json', '--threshold', 'http_reqs: count<10', '--quiet'], { cwd });
    expect(broke.stdout).toContain('verdict    fail: broke http_reqs: count<10 (was 360)');
    expect(broke).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it('keeps what was measured until Ctrl-C, marked as partial', async () => {
    const files = ['--result', 'part.json', '-f', 'junit=part.xml', '-f', 'html=part.html'];
    const args = ['load', 'run', url, '--rate', '50', '--duration', '30s', '--warm-up', '0ms', ...files];
    const ran = await launchgate(args, { cwd, signalWhen: { stderr: /Loading/, signal: 'SIGINT' } });
    expect(ran.exitCode).toBe(130);
    expect(JSON.parse(await readFile(join(cwd, 'part.json'), 'utf8')).stopped).toMatchObject({ by: 'interrupt' });
    expect(ran.stderr).toContain('PARTIAL');
    expect(await readFile(join(cwd, 'part.html'), 'utf8')).toContain('<strong>Partial:</strong>');
    expect(await readFile(join(cwd, 'part.xml'), 'utf8')).toContain('<testsuites');
  });

  it.skipIf(!existsSync('/dev/full'))('tells what it measured where a disk is full', async () => {
    const ran = await launchgate(['load', 'run', url, '--rate', '50', '--duration', '400ms', '--warm-up', '0ms', '-f', 'html=/dev/full'], {
      cwd,
    });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(/requests {3}20,[\s\S]*verdict[\s\S]*can't write \/dev\/full: ENOSPC/);
  });

  it('exports a script', async () => {
    const ran = await launchgate(['load', 'export', 'scenario.json', '--to', 'k6', '-o', 'day.js'], { cwd });
    expect(ran.exitCode).toBe(0);
    expect(await readFile(join(cwd, 'day.js'), 'utf8')).toContain('ramping-arrival-rate');
  });

  it('runs what lies in the folder or stands in the configuration, and writes an HdrHistogram log', async () => {
    const folder = await mkdtemp(join(cwd, 'own-'));
    const scenario = {
      name: 'own',
      url,
      journeys: [{ name: 'one', steps: [{ request: 'GET /a' }] }],
      stages: [{ duration: '1s', rate: 40 }],
    };
    const written = { ...scenario, thresholds: { 'http_req_duration{journey:one}': ['p(90)<20000'], http_reqs: ['count==41'] } };
    await writeFile(join(folder, 'launchgate.load.ts'), `const rate: number = 40;\nexport default ${JSON.stringify(written)};\n`);
    const ran = await launchgate(['load', 'run', '--hdr', 'own.hlog', '-f', 'junit=own.xml', '-f', 'text'], { cwd: folder });
    expect(ran.exitCode).toBe(1);
    // A machine that gave the generator no time leaves both open.
    expect(ran.stdout).toMatch(/[✓?] http_req_duration\{journey:one\}: p\(90\)<20000/);
    expect(ran.stdout).toMatch(/[✗?] http_reqs: count==41: 40/);
    expect(await readFile(join(folder, 'own.hlog'), 'utf8')).toMatch(
      /#\[Histogram log format version 1\.3\][\s\S]*Tag=GET_\/a,0\.000,1\.000,/,
    );
    const junit = await readFile(join(folder, 'own.xml'), 'utf8');
    // The one that held and the one that broke are cases of their own.
    expect(junit).toContain('name="load-tested: http_req_duration{journey:one}: p(90)&lt;20000"');
    expect(junit).toMatch(/name="load-tested: http_reqs: count==41"[^>]*>\s*<(?:failure|error)/);

    const config = { load: { scenario: { ...written, feeds: { users: { file: 'nowhere.csv' } } } } };
    await writeFile(join(folder, 'launchgate.config.json'), JSON.stringify(config));
    const configured = await launchgate(['load', 'run'], { cwd: folder });
    expect(oneLineOf(configured)).toContain("feed users: can't read");
  });

  it('judges what k6 measured, and writes what the k6 operator runs', async () => {
    const values = { avg: 5, min: 1, med: 4, max: 90, count: 600, 'p(50)': 4, 'p(95)': 30, 'p(99)': 60 };
    const metrics = {
      'http_req_duration{measured:true}': values,
      'http_reqs{measured:true}': { count: 600, rate: 600 },
      'http_req_failed{measured:true}': { value: 0, passes: 0, fails: 600 },
      'iterations{measured:true}': { count: 180, rate: 90 },
      'http_reqs{route:GET /a,measured:true}': { count: 299, rate: 299 },
    };
    await writeFile(join(cwd, 'summary.json'), JSON.stringify({ metrics, root_group: {} }));
    const imported = await launchgate(['load', 'import', 'summary.json', '--scenario', 'scenario.json', '-f', 'text'], { cwd });
    expect(imported.exitCode).toBe(1);
    expect(imported.stdout).toMatch(/timed\s+from\s+when\s+each\s+was\s+sent/);
    expect(imported.stdout).toContain('✓ http_req_failed: rate<0.01: 0 %');
    expect(imported.stdout).toMatch(/✗ http_reqs\{route:GET \/a\}: count==\d+: 299/);
    const args = ['load', 'export', 'scenario.json', '--to', 'k6', '--test-run', 'run.yaml', '--parallelism', '3'];
    expect(await launchgate(args, { cwd })).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await readFile(join(cwd, 'run.yaml'), 'utf8')).toMatch(/kind: ConfigMap[\s\S]*kind: TestRun[\s\S]*parallelism: 3/);
  });

  it('stands in for a model that takes its time, until it is stopped', async () => {
    const ran = await launchgate(['load', 'model', '--latency', '5ms..10ms', '--port', '0'], {
      cwd,
      signalWhen: { stderr: /fits the schema/, signal: 'SIGTERM' },
    });
    expect(ran.stdout).toMatch(/^OPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/v1$/m);
    expect(ran.exitCode).toBe(143);
  });

  it('finds nothing broken up to its limit', async () => {
    const args = [
      'load',
      'search',
      url,
      '--from',
      '100',
      '--to',
      '150',
      '--step',
      '400ms',
      '--warm-up',
      '0ms',
      '--threshold',
      'http_reqs: count>1',
    ];
    const ran = await launchgate(args, { cwd });
    // Where this machine gives the generator no time, the search says so rather than how much holds.
    expect(ran.stdout).toMatch(/^(?:Holds 150 per second: nothing broke up to 150|.*could not be judged)/);
    // Where others work all the time, it waits a minute for them before it goes on.
  }, 180_000);

  it.each([
    [['run', 'nowhere.yaml'], "can't read nowhere.yaml"],
    [['run', 'http://127.0.0.1:9', '--threshold', 'http_req_duration: p95<3'], 'is not written like'],
    [['run', 'http://127.0.0.1:9', '--p99', '1s'], "unknown option '--p99'"],
    [['run', 'http://127.0.0.1:9', '--rate', '0'], 'Write a number of arrivals'],
    [['run', 'http://127.0.0.1:9', '--nope'], "unknown option '--nope'"],
    [['run', 'https://api.example.com', '--quiet'], 'only sent to this machine'],
    [['run'], 'no scenario: name a file or a URL'],
    [['run', 'scenario.json', '--env-file', 'nowhere.env'], "can't read nowhere.env"],
    [['import', 'scenario.json', '--scenario', 'scenario.json'], 'is no summary of k6'],
    [['model', '--latency', 'slow'], 'Write a time'],
    [['compare', 'scenario.json', 'scenario.json'], 'is no result of launchgate load run'],
    [['export', 'scenario.json'], "required option '--to <engine>' not specified"],
    [['search', 'http://127.0.0.1:9', '--from', '9', '--to', '3'], '--from 9 is more than --to 3'],
  ])('load %j ends in one line', async (args, message) => {
    const ran = await launchgate(['load', ...args], { cwd });
    expect(oneLineOf(ran)).toContain(message);
  });
});
