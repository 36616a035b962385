// From results to a Report: order, what was not looked at, and fingerprints that follow content.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../checks/audit.ts';
import type { Finding, Place, Tier } from '../checks/model.ts';
import { assemble, type RunFacts } from './assemble.ts';
import type { Report } from './report.ts';

const facts: RunFacts = {
  tool: { name: 'launchgate', version: '0.0.0' },
  target: { path: '.', units: [] },
  gate: 'testflight',
  startedAt: '2026-01-01T00:00:00Z',
  durationMs: 1,
  files: { read: 0, leftOut: [], unreadable: [] },
  limitsReached: [],
  catalog: [],
  texts: new Map(),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};
const check = (id: string, tier: Tier = 'testflight') => ({ id, tier, title: id, why: '', fix: '', refs: [], judge: {} });
const failing = (id: string, places: readonly (Place | Finding)[], tier?: Tier): CheckResult => {
  const [first, ...more] = places.map((each): Finding => ('message' in each ? each : { message: 'seen', place: each }));
  if (first === undefined) throw new Error('a failing check has a finding');
  return {
    check: check(id, tier),
    verdict: 'fail',
    answers: [{ evidence: 'code', looked: true, answer: { verdict: 'fail', findings: [first, ...more] } }],
  };
};
const line = (number: number, path = 'main.py', column = 1): Place => ({ kind: 'file', path, line: number, column });
const request = (url: string, message = 'seen'): Finding => ({ message, place: { kind: 'request', method: 'get', url, curl: 'curl' } });
const findingsOf = (report: Report) => report.results.flatMap(({ answers }) => answers.flatMap(({ findings }) => findings));
const prints = (result: CheckResult, texts: Readonly<Record<string, string>> = {}) =>
  findingsOf(assemble([result], { ...facts, texts: new Map(Object.entries(texts)) })).map(({ fingerprint }) => fingerprint);

test('results go by tier, findings by file, line and column; what is no file comes after', () => {
  const late = failing('late', [line(1)], 'post-launch');
  const early = failing('early', [request('http://h/'), line(9), line(2, 'main.py', 7), line(2), line(5, 'app.py')]);
  const report = assemble([late, early], facts);
  expect(report.results.map(({ id }) => id)).toEqual(['early', 'late']);
  const [first] = report.results;
  const places = first?.answers[0]?.findings.map(({ place }) =>
    place.kind === 'file' ? `${place.path}:${place.line}:${place.column}` : place.kind,
  );
  expect(places).toEqual(['app.py:5:1', 'main.py:2:1', 'main.py:2:7', 'main.py:9:1', 'request']);
});

test('coverage names what nobody looked at: asked in vain, and not part of the run', () => {
  const blind: CheckResult = {
    check: check('blind'),
    verdict: 'inconclusive',
    because: 'no --url was given',
    answers: [{ evidence: 'http', looked: false, answer: { verdict: 'inconclusive', because: 'no --url was given' } }],
  };
  const catalog = [check('later', 'app-store'), check('blind'), check('skipped')];
  const { coverage, tierReached } = assemble([blind, failing('seen', [line(1)])], {
    ...facts,
    catalog,
    notPartBecause: 'left out by --skip',
  });
  expect(coverage.checksRun).toBe(1);
  expect(coverage.checksNotLookedAt).toEqual([
    { id: 'blind', because: 'no --url was given' },
    { id: 'skipped', because: 'left out by --skip' },
    { id: 'later', because: 'left out by --skip' },
  ]);
  expect(tierReached).toBeNull();
});

describe('a fingerprint', () => {
  const source = 'a = 1\n  cors(origins=["*"])\n';
  test('stays when lines move, are indented anew or end otherwise', () => {
    const [before] = prints(failing('c', [line(2)]), { 'main.py': source });
    const [after] = prints(failing('c', [line(4, 'main.py', 9)]), { 'main.py': '\r\n# new\r\na = 1\r\n\tcors(origins=["*"])\r\n' });
    expect(after).toBe(before);
  });
  test('differs by check, path, content and occurrence', () => {
    const texts = { 'main.py': 'x()\nx()\ny()\n', 'other.py': 'x()\n' };
    const all = [
      ...prints(failing('c', [line(1), line(2), line(3), line(1, 'other.py')]), texts),
      ...prints(failing('d', [line(1)]), texts),
    ];
    expect(new Set(all).size).toBe(5);
  });
  test('does not hide another finding when an earlier one is mended', () => {
    const before = prints(failing('c', [line(1), line(2)]), { 'main.py': 'x()\ny()\n' });
    const after = prints(failing('c', [line(2)]), { 'main.py': 'ok()\ny()\n' });
    expect(after).toEqual(before.slice(1));
  });
  test('of a request leaves out host, port, canaries and figures', () => {
    const [one] = prints(failing('c', [request('http://127.0.0.1:8000/v1/items?q=canary-a1b2c3d4e5f6', 'closed after 4012 ms')]));
    const [two] = prints(failing('c', [request('https://api.example.com/v1/items?q=canary-ffffffffffff', 'closed after 3998.5 ms')]));
    const [other] = prints(failing('c', [request('http://127.0.0.1:8000/v1/plans?q=1', 'closed after 4012 ms')]));
    expect(two).toBe(one);
    expect(other).not.toBe(one);
  });
  test('is not made of a secret: a reader who guesses the password cannot prove it', () => {
    const texts = (secret: string) => ({ 'main.py': `jwt.decode(t, "${secret}")\nurl = 'postgres://u:${secret}@db/x'\n` });
    const result = failing('c', [line(1), line(2)]);
    expect(prints(result, texts('hunter2'))).toEqual(prints(result, texts('correct-horse')));
  });
  test('keeps names in quotes apart', () => {
    const [one, two] = ['SUPABASE_KEY', 'OPENAI_KEY'].flatMap((name) =>
      prints(failing('c', [line(1)]), { 'main.py': `log(os.environ["${name}"])` }),
    );
    expect(one).not.toBe(two);
  });
});
