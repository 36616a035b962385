// SARIF as GitHub code scanning takes it: valid by the official schema, every result located, limits kept, nothing forged.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Draft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { acceptedIn } from '../acceptance.ts';
import { withManyFindings } from '../golden/many.ts';
import { ratchetedReport } from '../golden/ratcheted.ts';
import { guides, hostileReport, readyReport, realisticReport } from '../golden/reports.ts';
import { withoutFiles } from '../golden/single.ts';
import type { Report } from '../report.ts';
import { renderSarif } from './sarif.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const many = withManyFindings(realistic, 6000, sha256);
const urlOnly: Report = { ...realistic, target: { url: 'http://h/', units: [] }, results: realistic.results.map(withoutFiles) };
const reports: readonly (readonly [string, Report])[] = [
  ['realistic', realistic],
  ['hostile', hostileReport(sha256)],
  ['ready', readyReport(sha256)],
  ['url only', urlOnly],
  ['many findings', many],
  ['unanswered', realisticReport(sha256, ['inconclusive'])],
];

// What is looked at here; of the rest the schema says whether it is right.
const text = z.object({ text: z.string() });
const location = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string() }),
    region: z.object({ startLine: z.int(), startColumn: z.int(), endLine: z.int(), endColumn: z.int() }),
  }),
  message: text.optional(),
});
const rule = z.object({
  id: z.string(),
  name: z.string(),
  fullDescription: text,
  help: z.object({ text: z.string(), markdown: z.string() }),
  helpUri: z.string().optional(),
  properties: z.object({ tags: z.array(z.string()), 'security-severity': z.string().optional() }),
});
const result = z.object({
  ruleId: z.string(),
  ruleIndex: z.int(),
  level: z.string(),
  message: text,
  locations: z.array(location),
  relatedLocations: z.array(location).optional(),
  partialFingerprints: z.record(z.string(), z.string()),
  properties: z.record(z.string(), z.unknown()),
});
const notification = z.object({
  level: z.string(),
  message: text,
  descriptor: z.object({ id: z.string() }),
  associatedRule: z.object({ id: z.string(), index: z.int() }).optional(),
});
const logSchema = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(rule) }) }),
      automationDetails: z.object({ id: z.string() }),
      invocations: z.tuple([z.object({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) })]),
      results: z.array(result),
    }),
  ]),
});
function runOf(report: Report) {
  const [run] = logSchema.parse(JSON.parse(renderSarif(report, { guides }))).runs;
  return { ...run, rules: run.tool.driver.rules, notes: run.invocations[0].toolExecutionNotifications };
}

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schemaFile, 'utf8'))));

describe.each(reports)('%s report', (_, report) => {
  const run = runOf(report);
  const { results, rules, notes } = run;

  test('is valid by the official schema', () => {
    validate(JSON.parse(renderSarif(report, { guides })));
    expect(validate.errors).toBeNull();
  });

  test('locates every result in a file of the repository, by a path GitHub understands', () => {
    for (const { locations, relatedLocations } of results) {
      expect(locations).toHaveLength(1);
      for (const each of [...locations, ...(relatedLocations ?? [])]) {
        const { artifactLocation, region } = each.physicalLocation;
        expect(artifactLocation.uri).toMatch(/^(?:[\w.~!*'()-]|%[0-9A-F]{2})+(?:\/(?:[\w.~!*'()-]|%[0-9A-F]{2})+)*$/);
        expect(artifactLocation.uri.split('/')).not.toContain('..');
        expect(region.endColumn).toBeGreaterThan(region.startColumn);
      }
    }
  });

  test('names the rule of every result and notification', () => {
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    for (const { associatedRule } of notes) if (associatedRule) expect(rules[associatedRule.index]?.id).toBe(associatedRule.id);
  });

  test('keeps to the limits', () => {
    expect(results.length).toBeLessThanOrEqual(5000);
    for (const { fullDescription, properties } of rules) {
      expect(fullDescription.text.length).toBeLessThanOrEqual(1000);
      expect(properties.tags.length).toBeLessThanOrEqual(20);
      if (properties['security-severity'] !== undefined) expect(properties.tags).toContain('security');
    }
    for (const { relatedLocations } of results) expect(relatedLocations?.length ?? 0).toBeLessThanOrEqual(100);
  });

  test('no message forges a link or a placeholder', () => {
    for (const { message } of [...results, ...notes]) expect(message.text).not.toMatch(/\]\(|\{\d+\}|[\r\n]/);
  });

  test('passing checks open no alert, and what was not answered is told', () => {
    const failing = report.results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    expect([...new Set(results.map(({ ruleId }) => ruleId))].toSorted()).toEqual(failing.toSorted());
    for (const { id, answers } of report.results) {
      const open = answers.filter(({ looked, verdict }) => !looked || verdict === 'inconclusive').length;
      const told = notes.filter(({ associatedRule }) => associatedRule?.id === id).length;
      expect(told).toBe(open);
    }
  });
});

describe('what was accepted before', () => {
  const report = ratchetedReport(realistic);
  const accepted = acceptedIn(report).filter(({ finding }) => finding !== undefined).length;

  test('is left out and announced, because code scanning would open alerts for it', () => {
    const { results, notes } = runOf(report);
    expect(accepted).toBeGreaterThan(5);
    expect(results.length + accepted).toBe(runOf(realistic).results.length);
    expect(notes.map(({ message }) => message.text)).toContain(
      `${accepted} findings accepted before are not in this file; the other formats show all, with the reasons.`,
    );
  });

  test('is in it where that is asked for: suppressed, with its reason, and every other result says that it is not', () => {
    const text = renderSarif(report, { guides, withAccepted: true });
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    const state = z.object({
      baselineState: z.enum(['new', 'unchanged']),
      suppressions: z.array(z.object({ kind: z.string(), status: z.literal('accepted'), justification: z.string() })),
    });
    const { runs } = z.object({ runs: z.array(z.object({ results: z.array(state) })) }).parse(JSON.parse(text));
    const results = runs.flatMap((run) => run.results);
    expect(results).toHaveLength(runOf(realistic).results.length);
    expect(results.filter(({ suppressions }) => suppressions.length > 0)).toHaveLength(accepted);
    expect(new Set(results.flatMap(({ suppressions }) => suppressions.map(({ kind }) => kind)))).toEqual(new Set(['inSource', 'external']));
  });
});

test('the schema refuses what it should', () => {
  const { runs } = z.object({ runs: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(renderSarif(realistic, { guides })));
  expect(validate({ version: '2.1.0', runs: runs.map((run) => ({ ...run, results: [{ level: 'fatal' }] })) })).toBe(false);
});

test('a finding carries GitHub’s own hash and a stable one of ours', () => {
  const cors = runOf(realistic).results.find(({ ruleId }) => ruleId === 'cors-restricted');
  expect(cors?.partialFingerprints).toEqual({
    primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{1,16}:1$/),
    'launchgate/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('what was seen live is anchored in the source, names its request, and is joined with what the code shows', () => {
  const [code, live] = runOf(realistic).results.filter(({ ruleId }) => ruleId === 'cors-restricted');
  expect(live?.locations[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri: 'backend/main.py' }, region: { startLine: 26 } });
  expect(live?.message.text).toContain('Seen at GET http://127.0.0.1:8000/.');
  expect(live?.properties.request).toMatchObject({ method: 'GET', url: 'http://127.0.0.1:8000/' });
  expect(live?.relatedLocations?.map(({ message }) => message?.text)).toContain(
    'code: allow_origins is ["*"], and credentials are allowed',
  );
  expect(code?.relatedLocations?.map(({ message }) => message?.text)).toContain(
    'http: a stranger’s origin is admitted: access-control-allow-origin: *',
  );
});

test('what was seen live at one place of the source is one alert that tells all of it', () => {
  const [alert, ...others] = runOf(urlOnly).results.filter(({ ruleId }) => ruleId === 'logs-through-logger');
  expect(others).toEqual([]);
  expect(alert?.message.text).toMatch(/^print\(\) in a function that requests reach\. Seen at GET http:\/\/h\/\. Also: print\(\)/);
});

test('without any file a result still has a place', () => {
  const uris = runOf(urlOnly).results.flatMap(({ locations }) => locations.map((each) => each.physicalLocation.artifactLocation.uri));
  expect(new Set(uris)).toEqual(new Set(['launchgate.config.json']));
});

test('in a folder of a monorepo paths start at the repository, and the folder has alerts of its own', () => {
  const run = runOf({ ...realistic, target: { ...realistic.target, inRepository: 'services/my api' } });
  expect(run.automationDetails.id).toBe('launchgate/services-my-api/');
  const [first] = run.results;
  expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('services/my%20api/backend/main.py');
  expect(first?.locations[0]?.physicalLocation.region).toEqual({ startLine: 41, startColumn: 5, endLine: 41, endColumn: 25 });
});

test('of more findings than GitHub keeps, the worst are in the file and the rest are announced', () => {
  const { results, notes } = runOf(many);
  expect(results).toHaveLength(5000);
  expect(results.at(0)?.level).toBe('error');
  expect(notes[0]?.message.text).toMatch(/^Only the worst 5000 of 60\d\d findings/);
});

test('nothing checked is no successful run', () => {
  expect(runOf(realisticReport(sha256, ['inconclusive'])).invocations[0].executionSuccessful).toBe(false);
  expect(runOf(realistic).invocations[0].executionSuccessful).toBe(true);
});

test('a rule tells why and how, with links and tags', () => {
  const refs = ['CWE-942', 'OWASP API8:2023', 'ASVS v5.0.0-3.4.2', 'Fetch: CORS protocol'];
  const own = guides.map((guide) => (guide.id === 'cors-restricted' ? { ...guide, refs } : guide));
  const log = logSchema.parse(JSON.parse(renderSarif(realistic, { guides: own })));
  const cors = log.runs[0].tool.driver.rules.find(({ id }) => id === 'cors-restricted');
  expect(cors).toMatchObject({
    name: 'CorsRestricted',
    helpUri: 'https://docs.example/launchgate/checks/cors-restricted.html',
    properties: { tags: ['security', 'testflight', 'external/cwe/cwe-942', 'owasp-api8-2023'], 'security-severity': '8.0' },
  });
  expect(cors?.help.markdown).toContain('## The fix\n\nList the exact origins of your clients in `allow_origins`');
  expect(cors?.help.markdown).toContain('- [CWE-942](https://cwe.mitre.org/data/definitions/942.html)');
});
