// JUnit as a public parser reads it: counts that are true, a test for every check, red exactly where the gate is not passed.
import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withManyFindings } from './golden/many.ts';
import { hostileReport, readyReport, realisticReport } from './golden/reports.ts';
import { seen, single } from './golden/single.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const unanswered = realisticReport(sha256, ['inconclusive']);
const all: readonly (readonly [string, Report])[] = [
  ['realistic', realistic],
  ['hostile', hostileReport(sha256)],
  ['ready', readyReport(sha256)],
  ['unanswered', unanswered],
  ['many findings', withManyFindings(realistic, 2000, sha256)],
];

describe('junit', () => {
  const counts = {
    '@tests': z.coerce.number(),
    '@failures': z.coerce.number(),
    '@errors': z.coerce.number(),
  };
  const child = z.strictObject({ '#text': z.string().optional(), '@message': z.string(), '@type': z.string().optional() });
  const testCase = z.strictObject({
    '@classname': z.string(),
    '@name': z.string(),
    '@time': z.string().regex(/^\d+\.\d{3}$/),
    failure: child.optional(),
    error: child.optional(),
    skipped: child.optional(),
    'system-out': z.string().optional(),
  });
  const suite = z.strictObject({
    '@skipped': z.coerce.number(),
    '@time': z.string(),
    '@name': z.string(),
    '@timestamp': z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    ...counts,
    testcase: z.array(testCase),
  });
  // No attribute that Jenkins's own schema of this format does not have: its reader refuses the file for one.
  const file = z.object({ testsuites: z.strictObject({ '@name': z.string(), '@time': z.string(), ...counts, testsuite: z.array(suite) }) });
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'testsuite' || name === 'testcase',
    processEntities: true,
    parseAttributeValue: false,
  });
  const read = (report: Report) => file.parse(parser.parse(renderJunit(report))).testsuites;
  const casesOf = (report: Report) => read(report).testsuite.flatMap(({ testcase }) => testcase);
  const outcomeOf = ({ failure, error, skipped }: z.infer<typeof testCase>) =>
    failure ? 'failure' : error ? 'error' : skipped ? 'skipped' : 'passed';

  test.each(all)('%s report: well-formed, and every count is what is there', (_, report) => {
    expect(XMLValidator.validate(renderJunit(report))).toBe(true);
    const root = read(report);
    const count = (cases: readonly z.infer<typeof testCase>[], outcome: string) =>
      cases.map(outcomeOf).filter((one) => one === outcome).length;
    for (const each of [...root.testsuite, { ...root, testcase: casesOf(report) }]) {
      const { testcase } = each;
      const counted = [testcase.length, count(testcase, 'failure'), count(testcase, 'error')];
      expect([each['@tests'], each['@failures'], each['@errors']]).toEqual(counted);
    }
    for (const each of root.testsuite) expect(each['@skipped']).toBe(count(each.testcase, 'skipped'));
  });

  test.each(all)('%s report: every check and every kind of evidence is a test, passes and unasked ones too', (_, report) => {
    const names = casesOf(report).map((each) => `${each['@classname']} ${each['@name']}`);
    const wanted = report.results.flatMap(({ id, answers }) => answers.map(({ evidence }) => `launchgate.${evidence} ${id}`));
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the gate is a test of its own: skipped is never taken for passed', () => {
    const gate = (report: Report) => casesOf(report).map(outcomeOf)[0];
    expect(gate(realistic)).toBe('failure');
    expect(gate(unanswered)).toBe('error');
    expect(gate(readyReport(sha256))).toBe('passed');
  });

  test.each<[string, Report, string]>([
    ['a failing check of the gate fails', single('testflight', 'fail', { findings: [seen('bad')] }), 'failure'],
    ['one beyond the gate is told and does not', single('post-launch', 'fail', { findings: [seen('bad')] }), 'skipped'],
    ['an unanswered one of the gate is an error', single('testflight', 'inconclusive', { because: 'no answer' }), 'error'],
    ['one beyond the gate is skipped', single('post-launch', 'inconclusive', { because: 'no answer' }), 'skipped'],
    ['a broken judge is an error, wherever', single('post-launch', 'inconclusive', { because: 'this judge broke: x' }), 'error'],
    ['what was not asked is skipped', single('testflight', 'inconclusive', { because: 'no --url', looked: false }), 'skipped'],
    ['what does not apply is skipped', single('testflight', 'not-applicable', { because: 'no database' }), 'skipped'],
  ])('%s', (_, report, outcome) => {
    expect(casesOf(report).slice(1).map(outcomeOf)).toEqual([outcome]);
  });

  test('every threshold of a load run is a test', () => {
    const place = { kind: 'request', method: 'GET', url: 'http://h/', curl: "curl 'http://h/'" } as const;
    const findings = ['broke http_req_duration: p(95)<300 (was 400 ms); p50 4 ms', 'broke http_req_failed: rate<0.01 (was 4 %)'].map(
      (message) => ({ ...seen(message), place }),
    );
    const cases = casesOf(single('testflight', 'fail', { evidence: 'load', findings })).slice(1);
    expect(cases.map((each) => each['@name'])).toEqual([
      'the-check: http_req_duration: p(95)<300',
      'the-check: http_req_failed: rate<0.01',
    ]);
    expect(cases.map((each) => each['system-out'])).toEqual(["curl 'http://h/'", "curl 'http://h/'"]);
  });

  test('a failure names the file as seen from the repository', () => {
    const report = single('testflight', 'fail', { findings: [seen('bad')] });
    const [, found] = casesOf({ ...report, target: { ...report.target, inRepository: 'services/api' } });
    expect(found?.failure).toMatchObject({ '@message': expect.stringMatching(/^services\/api\/a\.py:3:\d+ bad$/) });
  });
});
