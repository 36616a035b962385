// Each target's marks are readable, name every fault it is there for, and agree with its expected.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

describe.each(names)('target %s', (name) => {
  const dir = join(targets, name);
  const expected = expectationsOf(readMarks(dir));

  it('has an expected.json that follows from its marks (node cli/e2e/write-expected.ts)', () => {
    expect(JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8'))).toEqual(expected);
  });

  it('has the faults it is there for', () => {
    const failing = Object.keys(expected).filter((check) => expected[check]?.verdict === 'fail');
    const some = ['cors-restricted', 'logs-through-logger', 'requests-time-out', 'env-complete'];
    expect(failing.sort()).toEqual(name === 'mixed' ? some.sort() : Object.keys(expected).sort());
  });

  it('marks nothing in code that is no service', () => {
    const elsewhere = readMarks(dir).filter(({ path }) => /(^|\/)(mobile|scripts|tests?|vendor|generated|notebooks)\//.test(path));
    expect(elsewhere).toEqual([]);
  });
});
