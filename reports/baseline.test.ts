// The baseline as a file: its schema, its form, what it takes for the same and what for fixed.
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { baselineJsonSchema, entriesOf, fixedEntries, readBaseline, writeBaseline } from './baseline.ts';
import { ratchetedReport } from './golden/ratcheted.ts';
import { hostileReport, realisticReport } from './golden/reports.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);

test('baseline.schema.json is up to date (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(baselineJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('baseline.schema.json');
});

describe.each([
  ['realistic', realistic],
  ['hostile', hostileReport(sha256)],
])('of the %s report', (_, report) => {
  const entries = entriesOf(report, sha256);
  test('comes back as it was written, satisfies its schema and is one entry a line', () => {
    const text = writeBaseline(entries);
    expect(readBaseline(text)).toEqual({ entries });
    expect(new Ajv2020({ strict: true }).compile(baselineJsonSchema())(JSON.parse(text))).toBe(true);
    expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(entries.length);
  });
  test('is sorted, whatever the order, and holds every failing finding once', () => {
    expect(writeBaseline(entries.toReversed())).toBe(writeBaseline(entries));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });
  test('nothing of it is fixed while it is still found', () => {
    expect(fixedEntries(report, entries, sha256)).toEqual([]);
  });
});

test('what is suppressed is not written down; what the baseline knew is', () => {
  const checks = entriesOf(ratchetedReport(realistic), sha256).map(({ check }) => check);
  expect(checks).not.toContain('env-complete');
  expect(checks).toContain('error-responses-private');
});

test('an entry is fixed only where its own witness looked', () => {
  const entries = entriesOf(realistic, sha256);
  const blind = (looked: boolean) => ({
    results: realistic.results.map((result) => ({
      ...result,
      verdict: 'pass' as const,
      answers: result.answers.map((answer) => ({ ...answer, verdict: 'pass' as const, looked, findings: [] })),
    })),
  });
  expect(fixedEntries(blind(true), entries, sha256)).toHaveLength(entries.length);
  expect(
    fixedEntries(
      blind(false),
      entries.filter(({ evidence }) => evidence !== undefined),
      sha256,
    ),
  ).toEqual([]);
});

test.each([
  ['no JSON', '{', 'not JSON'],
  ['another version', '{"version":2,"entries":[]}', 'version'],
  ['an entry without a fingerprint', '{"version":1,"entries":[{"check":"a","path":"b","message":"c"}]}', 'entries.0.fingerprint'],
])('%s is refused', (_, text, said) => {
  const read = readBaseline(text);
  expect('problem' in read && read.problem).toContain(said);
});
