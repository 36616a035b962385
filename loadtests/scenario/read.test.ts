// Scenario files, feeds and templates: what they come to, and what is said of what is wrong.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvFields } from './feeds.ts';
import { readScenario } from './read.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-scenario-'));
  await writeFile(join(folder, 'users.csv'), 'id,note\r\n7,"a ""quoted"", comma"\r\n8,plain\r\n');
});
afterAll(() => rm(folder, { recursive: true }));

const base = `
name: day
url: http://127.0.0.1:1/base/
feeds:
  users: { file: users.csv }
  sizes: { rows: [{ kg: 70 }, { kg: 80 }] }
journeys:
  - name: plan
    steps:
      - request: POST /plans/{{users.id}}
        idempotencyKey: true
        headers: { X-Note: "{{users.note}}" }
        body: { weight: "{{sizes.kg}}", text: "{{users.note}} {{iteration}}", plain: [1, null] }
        extract: { plan_id: data.id }
        expect: [201, 3xx]
      - request: GET /plans/{{plan_id}}
        name: read
stages:
  - { kind: warm-up, duration: 1s, rate: 10 }
  - { duration: 1m, rate: [10, 20] }
thresholds:
  http_req_duration{name:read}: p(95)<300
`;

async function read(text: string) {
  const file = join(folder, 'scenario.yaml');
  await writeFile(file, text);
  return readScenario(file, {});
}

describe('a scenario', () => {
  it('becomes requests, filled from feeds and answers', async () => {
    const ready = await read(base);
    if ('problem' in ready) throw new Error(ready.problem);
    const { plan } = ready;
    const variables = plan.variables(3);
    const [first, second] = plan.journeys[0]?.steps ?? [];
    const request = first?.build(variables);
    expect(request).toMatchObject({ method: 'POST', path: '/base/plans/7', keepBody: true });
    expect(JSON.parse(request?.body ?? '')).toEqual({ weight: 70, text: 'a "quoted", comma 3', plain: [1, null] });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'x-note': 'a "quoted", comma' });
    expect(request?.headers['idempotency-key']).not.toBe(first?.build(variables).headers['idempotency-key']);
    expect([200, 201, 302, 404].map((status) => first?.expects(status))).toEqual([false, true, true, false]);
    variables.set('plan_id', 'a/b');
    expect(second?.build(variables)).toMatchObject({ method: 'GET', path: '/base/plans/a%2Fb' });
    expect(plan.variables(4).get('users.id')).toBe('8');
    expect(plan.variables(5).get('users.id')).toBe('7');
    expect(plan.stages.map(({ measured }) => measured)).toEqual([false, true]);
  });

  it.each([
    ['a key that is not known', base.replace('journeys:', 'journies: []\njourneys:'), 'journies'],
    ['a rate that is none', base.replace('rate: 10', 'rate: fast'), 'stages.0.rate'],
    ['a name that nothing has', base.replace('{{plan_id}}', '{{plan}}'), '{{plan}}'],
    ['a value used before it is there', base.replace('/plans/{{users.id}}', '/plans/{{plan_id}}'), '{{plan_id}}'],
    ['a column that is not there', base.replaceAll('users.note', 'users.name'), '{{users.name}}'],
    ['a feed that is not there', base.replace('users.csv', 'nobody.csv'), 'feed users'],
    ['a threshold on no step', base.replace('name:read', 'name:red'), 'matches no step'],
    ['an unknown metric', base.replace('http_req_duration{', 'http_duration{'), 'no metric'],
    ['a pasted token', `${base}\nauth: { env: "Bearer abc" }`, 'NAME of an environment variable'],
    ['a variable that is not set', `${base}\nauth: { env: LAUNCHGATE_TEST_NEVER_SET }`, 'LAUNCHGATE_TEST_NEVER_SET is not set'],
    ['nothing measured', base.replace('{ duration: 1m', '{ measured: false, duration: 1m'), 'no stage is measured'],
    ['broken YAML', 'name: [', 'scenario.yaml'],
  ])('with %s is refused in one line', async (_, text, problem) => {
    const ready = await read(text);
    expect(ready).toEqual({ problem: expect.stringContaining(problem) });
    expect('problem' in ready ? ready.problem : '').not.toContain('\n');
  });
});

it('reads CSV as RFC 4180 writes it', () => {
  expect(csvFields('\uFEFFa,b\n"1\n2",\n,"x"')).toEqual([
    ['a', 'b'],
    ['1\n2', ''],
    ['', 'x'],
  ]);
});
