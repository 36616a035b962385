// Where a real k6 is on the PATH: the exported script sends what we send, and its summary comes back as our evidence.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runOpen } from '../open-run.ts';
import { inlineScenario } from '../scenario/read.ts';
import type { Scenario } from '../scenario/schema.ts';
import { k6Script } from './export.ts';
import { evidenceOfSummaries } from './summary.ts';
import { summariesIn } from './summary-text.ts';

const hasK6 = (() => {
  try {
    return execFileSync('k6', ['version'], { encoding: 'utf8' }).startsWith('k6 v');
  } catch {
    return false;
  }
})();

const seen: string[] = [];
let folder = '';
let url = '';
// Tokens of the first sign-in have run out; what is answered hands on an id that the next step needs.
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (pathname === '/login') return answer(200, { token: 'old', refresh: JSON.parse(body).mail });
  if (pathname === '/refresh') return answer(200, { token: `good ${JSON.parse(body).refresh}`, refresh: JSON.parse(body).refresh });
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  if (token === 'old') return answer(401, {});
  seen.push(`${request.method} ${pathname} ${token} ${body}`);
  return pathname === '/none' ? answer(404, {}) : answer(200, { data: [{ id: 'x y' }] });
});

const call = (request: string, body: Readonly<Record<string, string>>) => ({
  request,
  body,
  extract: { token: 'token', refresh: 'refresh' },
});
const scenario = (): Scenario => ({
  name: 'round trip',
  url,
  auth: {
    users: 'users',
    login: call('POST /login', { mail: '{{users.mail}}' }),
    refresh: call('POST /refresh', { refresh: '{{auth.refresh}}' }),
  },
  feeds: { users: { file: 'users.csv', numbers: ['kg'] } },
  journeys: [
    {
      name: 'write',
      weight: 3,
      steps: [
        { request: 'POST /plans', body: { kg: '{{users.kg}}', note: 'of {{users.mail}}' }, extract: { plan: 'data.0.id' } },
        { request: 'GET /plans/{{plan}}', route: 'GET /plans/:id' },
      ],
    },
    { name: 'seek', weight: 1, steps: [{ request: 'GET /none' }] },
  ],
  stages: [
    { kind: 'warm-up', duration: '1s', rate: 8 },
    { duration: '2s', rate: 20 },
  ],
  thresholds: {
    'http_req_duration{route:GET /plans/:id}': ['p(90)<5000'],
    http_req_failed: ['rate<0.5'],
    'checks{journey:write}': ['rate>0.5'],
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-round-trip-'));
  await writeFile(join(folder, 'users.csv'), 'mail,kg\nada,61\n"grace, h",70.5\n');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

const counted = () => Object.fromEntries([...Map.groupBy(seen, (each) => each)].map(([what, all]) => [what, all.length]));

describe.skipIf(!hasK6)(hasK6 ? 'with k6' : 'with k6 (skipped: none on the PATH)', () => {
  it('sends the same requests, as often, and reports the same figures', async () => {
    const read = await inlineScenario(scenario(), { folder, environment: {} });
    if ('problem' in read) throw new Error(read.problem);
    seen.length = 0;
    const ours = await runOpen(read.plan);
    if ('missing' in ours) throw new Error(ours.missing);
    const sentByUs = counted();
    seen.length = 0;
    const exported = k6Script(scenario(), url);
    if ('problem' in exported) throw new Error(exported.problem);
    await writeFile(join(folder, 'script.js'), exported.script);
    await promisify(execFile)('k6', ['run', '--quiet', '--summary-export=summary.json', 'script.js'], {
      cwd: folder,
      env: { ...process.env, BASE_URL: url },
    });
    const sentByK6 = counted();
    expect(Object.keys(sentByK6).sort()).toEqual(Object.keys(sentByUs).sort());
    const summary = z.looseObject({ metrics: z.record(z.string(), z.looseObject({ count: z.number().optional() })) });
    const told = summary.parse(JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')));
    // k6 starts the first arrival of a phase a little later, and drops what it finds no time for.
    const left = 3 + (told.metrics.dropped_iterations?.count ?? 0);
    for (const [what, times] of Object.entries(sentByUs)) expect(Math.abs((sentByK6[what] ?? 0) - times), what).toBeLessThanOrEqual(left);

    const found = summariesIn(JSON.stringify(told));
    if ('problem' in found) throw new Error(found.problem);
    const back = evidenceOfSummaries(found.summaries, { scenario: scenario(), url });
    if ('problem' in back) throw new Error(back.problem);
    expect(back.evidence.thresholds.map(({ text }) => text)).toEqual(ours.found.thresholds.map(({ text }) => text));
    expect(back.evidence.thresholds.every(({ observed }) => observed !== undefined)).toBe(true);
  });

  it('puts two processes that share the work together, from the lines that they print', async () => {
    const exported = k6Script(scenario(), url, true);
    if ('problem' in exported) throw new Error(exported.problem);
    await writeFile(join(folder, 'pod.js'), exported.script);
    const segments = ['0:1/2', '1/2:1'];
    const logs = await Promise.all(
      segments.map((segment) =>
        promisify(execFile)(
          'k6',
          ['run', '--quiet', '--address', '', `--execution-segment=${segment}`, '--execution-segment-sequence=0,1/2,1', 'pod.js'],
          { cwd: folder, env: { ...process.env, BASE_URL: url } },
        ),
      ),
    );
    const found = summariesIn(logs.map(({ stdout, stderr }) => stderr + stdout).join('\n'));
    if ('problem' in found) throw new Error(found.problem);
    const back = evidenceOfSummaries(found.summaries, { scenario: scenario(), url });
    if ('problem' in back) throw new Error(back.problem);
    expect(back.evidence).toMatchObject({ engines: 2, doubts: [] });
    expect(back.evidence.thresholds.every(({ observed }) => observed !== undefined)).toBe(true);
    const [alone] = found.summaries;
    const half = alone === undefined ? undefined : evidenceOfSummaries([alone], { scenario: scenario(), url });
    expect(half).toMatchObject({ evidence: { doubts: [{ voids: 'pass', because: expect.stringContaining('is missing') }] } });
  });
});
