// `launchgate load run|search|compare|export` as a user types them, against a server of this process.
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
    const args = ['load', 'run', url, '--rate', '50', '--duration', '30s', '--warm-up', '0ms', '--result', 'part.json'];
    const ran = await launchgate(args, { cwd, signalWhen: { stderr: /Loading/, signal: 'SIGINT' } });
    expect(ran.exitCode).toBe(130);
    expect(JSON.parse(await readFile(join(cwd, 'part.json'), 'utf8')).stopped).toMatchObject({ by: 'interrupt' });
    expect(ran.stderr).toContain('PARTIAL');
  });

  it('exports a script', async () => {
    const ran = await launchgate(['load', 'export', 'scenario.json', '--to', 'k6', '-o', 'day.js'], { cwd });
    expect(ran.exitCode).toBe(0);
    expect(await readFile(join(cwd, 'day.js'), 'utf8')).toContain('ramping-arrival-rate');
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
    expect(ran.stdout).toContain('Holds 150 per second: nothing broke up to 150');
    expect(ran.exitCode).toBe(0);
  });

  it.each([
    [['run', 'nowhere.yaml'], "can't read nowhere.yaml"],
    [['run', 'http://127.0.0.1:9', '--threshold', 'http_req_duration: p95<3'], 'is not written like'],
    [['run', 'http://127.0.0.1:9', '--p99', '1s'], "unknown option '--p99'"],
    [['run', 'http://127.0.0.1:9', '--rate', '0'], 'Write a number of arrivals'],
    [['run', 'http://127.0.0.1:9', '--nope'], "unknown option '--nope'"],
    [['run', 'https://api.example.com', '--quiet'], 'only sent to this machine'],
    [['compare', 'scenario.json', 'scenario.json'], 'is no result of launchgate load run'],
    [['export', 'scenario.json'], "required option '--to <engine>' not specified"],
    [['search', 'http://127.0.0.1:9', '--from', '9', '--to', '3'], '--from 9 is more than --to 3'],
  ])('load %j ends in one line', async (args, message) => {
    const ran = await launchgate(['load', ...args], { cwd });
    expect(oneLineOf(ran)).toContain(message);
  });
});
