// The published schema is the one in code, real reports satisfy it, and a saved report comes back as it was.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { withComparison } from './comparison.ts';
import { earlierReport } from './golden/earlier.ts';
import { loadedReport } from './golden/loaded.ts';
import { ratchetedReport } from './golden/ratcheted.ts';
import { hostileReport, realisticReport } from './golden/reports.ts';
import { renderJson } from './json.ts';
import { parseReport, reportJsonSchema } from './report-schema.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const published = new URL('report.schema.json', import.meta.url);
const realistic = realisticReport(sha256);

test('report.schema.json is up to date (U=1 writes it anew)', () => {
  // The formatter lays the file out, so its content is compared.
  const schema = reportJsonSchema();
  if (process.env.U === '1') writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe('report.schema.json', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(reportJsonSchema());

  test.each([realistic, hostileReport(sha256), loadedReport(withComparison(ratchetedReport(realistic), earlierReport(realistic)))])(
    'an assembled report satisfies it',
    (report) => {
      validate(JSON.parse(renderJson(report)));
      expect(validate.errors).toBeNull();
    },
  );

  test.each([
    ['a field too many', { ...realistic, score: 97 }],
    ['another version', { ...realistic, schemaVersion: 2 }],
    ['an unknown verdict', { ...realistic, results: [{ ...realistic.results[0], verdict: 'ok' }] }],
    ['a place without a column', withPlace({ kind: 'file', path: 'a.py', line: 1 })],
    ['a place of line 0', withPlace({ kind: 'file', path: 'a.py', line: 0, column: 1 })],
    ['a request with a file’s fields', withPlace({ kind: 'request', method: 'GET', url: '/', curl: 'curl', line: 1 })],
  ])('%s does not', (_, report) => {
    expect(validate(report)).toBe(false);
    expect(parseReport(JSON.stringify(report))).toHaveProperty('problem');
  });
});

describe('parseReport', () => {
  test('gives back what was rendered', () => {
    for (const report of [realistic, hostileReport(sha256)]) {
      const json = renderJson(report);
      const parsed = parseReport(json);
      expect('report' in parsed && renderJson(parsed.report)).toBe(json);
    }
  });

  test.each([
    ['{', 'not a report: not JSON'],
    ['[]', 'not a report: the whole: Invalid input: expected object, received array'],
    ['{"schemaVersion": 7}', 'a report of schema version 7; this launchgate reads version 1'],
    [
      JSON.stringify({ ...realistic, gate: '\u001b[31m' }),
      'not a report: gate: Invalid option: expected one of "testflight"|"app-store"|"post-launch"',
    ],
  ])('%.30s is refused in one line', (text, problem) => {
    expect(parseReport(text)).toEqual({ problem });
  });
});

function withPlace(place: object): object {
  const [result] = realistic.results;
  const finding = { message: 'm', fingerprint: 'a'.repeat(64), place };
  return { ...realistic, results: [{ ...result, answers: [{ evidence: 'code', verdict: 'fail', looked: true, findings: [finding] }] }] };
}
