// What threads have in common: rows that are used once, the run's own name, users and their tokens. One thread and three of them send the same.
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runOpen } from '../../open-run.ts';
import { inlineScenario } from '../../scenario/read.ts';
import type { Scenario } from '../../scenario/schema.ts';

const asked: string[] = [];
const signedIn: string[] = [];
const renewed: string[] = [];
// A refresh token is good once: whoever comes with it again is locked out.
const good = new Map<string, string>();
let given = 0;
const server = createServer((message, response) => {
  const path = message.url ?? '';
  const [, kind, value = ''] = path.split('/');
  if (kind === 'login') signedIn.push(value);
  if (kind === 'refresh') renewed.push(value);
  if (kind === 'login' || (kind === 'refresh' && good.delete(value))) {
    given += 1;
    good.set(`r${given}`, '');
    return void response.end(JSON.stringify({ token: kind === 'login' ? 'old' : `new${given}`, refresh: `r${given}` }));
  }
  if (kind === 'refresh' || message.headers.authorization === 'Bearer old') return void response.writeHead(401).end();
  asked.push(path);
  response.end('{}');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => void server.close());
beforeEach(() => {
  for (const list of [asked, signedIn, renewed]) list.splice(0);
});

const extract = { token: 'token', refresh: 'refresh' };
const scenario = (): Scenario => ({
  name: 'in common',
  url,
  auth: {
    users: 'people',
    login: { request: 'GET /login/{{people.number}}', extract },
    refresh: { request: 'GET /refresh/{{auth.refresh}}', extract },
  },
  feeds: { people: { count: 4 }, wishes: { count: 120, order: 'once' } },
  journeys: [
    { name: 'one', steps: [{ request: 'GET /of/{{people.number}}/{{wishes.number}}/{{people.newId}}/{{wishes.newId}}/{{run}}' }] },
  ],
  stages: [{ duration: '1s', rate: 60 }],
});

it.each([1, 3])('%i threads use each row once, sign each user in once, renew each token once, in two runs of one plan', async (count) => {
  const ready = await inlineScenario(scenario());
  if ('problem' in ready) throw new Error(ready.problem);
  const source = { scenario: ready.scenario, place: ready.place };
  for (let run = 0; run < 2; run += 1) {
    const gathered = await runOpen(ready.plan, { threads: { count, source } });
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(gathered.found).toMatchObject({ requests: 60, failed: 0, statuses: { '200': 60 } });
  }
  const parts = asked.map((path) => path.split('/'));
  const distinct = (at: number) => new Set(parts.map((part) => part[at])).size;
  const wishes = parts.map((part) => Number(part[3])).toSorted((one, other) => one - other);
  expect(wishes).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  // Each user's own, and the one name of the run.
  expect([2, 4, 5, 6].map(distinct)).toEqual([4, 4, 120, 1]);
  expect(new Set(parts.map((part) => `${part[2]} ${part[4]}`)).size).toBe(4);
  expect(signedIn.toSorted()).toEqual(['1', '2', '3', '4']);
  expect(renewed).toHaveLength(4);
  expect(await runOpen(ready.plan, { threads: { count, source } })).toEqual({
    missing: 'a feed with the order "once" has 0 rows left for 60 journeys',
  });
});
