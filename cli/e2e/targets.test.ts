// Each target's marks are readable, name every fault it is there for, and agree with its expected.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportAnswer, ReportResult } from '../../reports/report.ts';
import { foundIn } from './found.ts';
import { expectationsOf, marksIn, readMarks } from './marks.ts';

const targets = join(import.meta.dirname, 'targets');
const names = readdirSync(targets, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('marks', () => {
  it('names check, path and line, several checks on one line included', () => {
    const text = 'a\nprint(key)  # <- finding logs-through-logger, service-key-contained\n';
    expect(marksIn('src/a.py', text)).toEqual([
      { check: 'logs-through-logger', path: 'src/a.py', line: 2 },
      { check: 'service-key-contained', path: 'src/a.py', line: 2 },
    ]);
  });

  it('names the variable of a line in an environment file', () => {
    expect(marksIn('api/.env.production', 'A_KEY=changeme  # <- finding env-complete')).toEqual([
      { check: 'env-complete', path: 'api/.env.production', line: 1, variable: 'A_KEY' },
    ]);
  });

  it('refuses a mark that would silently expect nothing', () => {
    expect(() => marksIn('a.ts', 'x(); // <- finding cors-restrictd')).toThrow('a.ts:1: there is no check cors-restrictd');
    expect(() => marksIn('a.ts', 'x(); // <- Finding: cors-restricted')).toThrow("a.ts:1: this mark can't be read");
  });

  it('expects a pass where nothing is marked', () => {
    expect(expectationsOf([])['jwt-verified']).toEqual({ verdict: 'pass', places: [] });
  });
});

describe('what an audit found', () => {
  const dir = join(targets, 'leaky-koa');
  const answer = (changes: Partial<ReportAnswer>): ReportAnswer => ({
    evidence: 'code',
    verdict: 'fail',
    looked: true,
    findings: [],
    ...changes,
  });
  const result = (id: string, answers: readonly ReportAnswer[]): ReportResult => ({
    id,
    tier: 'testflight',
    title: id,
    verdict: 'fail',
    answers,
  });
  const at = (path: string, line: number) => ({ message: 'm', fingerprint: 'f', place: { kind: 'file', path, line, column: 1 } }) as const;

  it('names each line of the sources once, in order, and no place of a passing or a live answer', () => {
    const results = [
      result('cors-restricted', [
        answer({ findings: [at('b.ts', 10), at('b.ts', 9), at('b.ts', 10), at('a.ts', 30)] }),
        answer({ verdict: 'pass', findings: [at('good.ts', 1)] }),
        answer({ evidence: 'http', findings: [at('live.ts', 1)] }),
      ]),
    ];
    expect(foundIn({ results }, dir)).toEqual({ 'cors-restricted': { verdict: 'fail', places: ['a.ts:30', 'b.ts:9', 'b.ts:10'] } });
  });

  it('finds the line that sets a variable', () => {
    const variable = (name: string) => ({
      message: 'm',
      fingerprint: 'f',
      place: { kind: 'environment', name, source: '.env.production' } as const,
    });
    const results = [result('env-complete', [answer({ evidence: 'environment', findings: [variable('PORT'), variable('GONE')] })])];
    expect(foundIn({ results }, dir)['env-complete']?.places).toEqual(['.env.production:7', '.env.production GONE']);
  });
});

describe.each(names)('target %s', (name) => {
  const dir = join(targets, name);
  const expected = expectationsOf(readMarks(dir));

  it('has an expected.json that follows from its marks (node cli/e2e/write-expected.ts)', () => {
    expect(JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8'))).toEqual(expected);
  });

  it('has the faults it is there for', () => {
    const failing = Object.keys(expected).filter((check) => expected[check]?.verdict === 'fail');
    const some: Readonly<Record<string, readonly string[]>> = {
      mixed: ['cors-restricted', 'logs-through-logger', 'requests-time-out', 'env-complete'],
      'half-koa': ['error-responses-private', 'logs-through-logger', 'requests-time-out', 'objects-owned'],
    };
    expect(failing.sort()).toEqual([...(some[name] ?? Object.keys(expected))].sort());
  });

  it('marks nothing in code that is no service', () => {
    const elsewhere = readMarks(dir).filter(({ path }) => /(^|\/)(mobile|scripts|tests?|vendor|generated|notebooks)\//.test(path));
    expect(elsewhere).toEqual([]);
  });
});
