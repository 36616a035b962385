// A pull request from end to end: five known findings; the change fixes one, moves one, adds one, and tries to suppress another.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../reports/report.ts';
import { parseReport } from '../../reports/report-schema.ts';
import { launchgate, type Ran } from '../testing/launchgate.ts';
import { type Repository, scratchRepository } from '../testing/repository.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const app = (...body: readonly string[]): string =>
  [
    'import Koa from "koa";',
    'import { pino } from "pino";',
    '',
    'const logger = pino();',
    'const app = new Koa();',
    'app.use(async (ctx) => {',
    ...body.map((line) => `  ${line}`),
    '  logger.info("asked");',
    '  ctx.body = "ok";',
    '});',
    'app.listen(3000);',
    '',
  ].join('\n');
const base = ['console.log("one");', 'console.log("two");', 'console.log("three");', 'console.log("four");', 'console.log("five");'];
// "two" is fixed, "five" moves to the top, "six" is new, and "seven" is new and suppressed by the change itself.
const head = [
  'console.log("five");',
  'console.log("one");',
  'console.log("three");',
  'console.log("four");',
  'console.log("six");',
  'console.log("seven"); // launchgate-ignore logs-through-logger -- it is only for a day (until 2999-12-31)',
];
const flags = ['audit', '.', '--only', 'logs-through-logger', '--no-color'];
const asPullRequest = { GITHUB_BASE_REF: 'main' };

let repository: Repository;
beforeAll(async () => {
  repository = scratchRepository({
    'package.json': '{"name":"api","type":"module","scripts":{"start":"node src/app.ts"},"dependencies":{"koa":"3.0.0","pino":"9.0.0"}}',
    'src/app.ts': app(...base),
  });
  const written = await launchgate(['baseline', 'write', '.', '--only', 'logs-through-logger'], { cwd: repository.root });
  expect(written).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Wrote 5 entries to launchgate-baseline.json') });
  repository.commit('what is known');
  repository.git('checkout', '-q', '-b', 'change');
}, 120_000);
beforeEach(() => {
  repository.git('checkout', '-q', '--', '.');
  repository.write({
    'src/app.ts': app(...head),
    '.launchgate-ignore.yaml': '- rule: logs-through-logger\n  statement: all of them are fine\n',
    'launchgate.config.json': undefined,
  });
});
afterAll(() => repository.remove());

function reportOf({ stdout }: Ran): Report {
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.report;
}
const messagesAt = (report: Report, by: string | undefined) =>
  report.results
    .flatMap(({ answers }) => answers.flatMap(({ findings }) => findings))
    .filter(({ accepted }) => accepted?.by === by)
    .map(({ place }) => (place.kind === 'file' ? lineOf(place.line) : ''));
const lineOf = (line: number): string => /console\.log\("(\w+)"\)/.exec(app(...head).split('\n')[line - 1] ?? '')?.[1] ?? '?';
const fingerprints = (report: Report) =>
  report.results.flatMap(({ answers }) => answers.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));

describe('the pull request', () => {
  test('is refused for what it adds, its own suppressions included, and for nothing that was known', async () => {
    const ran = await launchgate([...flags, '--json'], { cwd: repository.root, env: asPullRequest });
    const report = reportOf(ran);
    expect(ran.exitCode).toBe(1);
    expect(messagesAt(report, undefined).toSorted()).toEqual(['seven', 'six']);
    expect(messagesAt(report, 'baseline').toSorted()).toEqual(['five', 'four', 'one', 'three']);
    expect(report.ratchet).toMatchObject({
      from: 'main',
      baseline: { entries: 5, fixed: [{ check: 'logs-through-logger', path: 'src/app.ts', listed: true }] },
      suppressions: [
        { by: 'inline', in: 'src/app.ts:12', state: 'not-counted', findings: 0 },
        { by: 'file', in: '.launchgate-ignore.yaml', state: 'not-counted', findings: 0 },
      ],
    });
  });

  test('is told so in one comment', async () => {
    const { stdout } = await launchgate([...flags, '-f', 'comment'], { cwd: repository.root, env: asPullRequest });
    const comment = stdout.replace(/launchgate \d[\w.-]* ·/, 'launchgate … ·');
    const golden = join(import.meta.dirname, 'golden', 'pull-request.comment.md');
    if (process.env.U === '1') writeFileSync(golden, comment);
    expect(comment).toBe(readFileSync(golden, 'utf8'));
  });

  test('can neither widen the baseline, nor lower the gate, nor leave the check out', async () => {
    repository.write({ 'launchgate.config.json': '{"skip":["logs-through-logger"],"failOn":"never"}' });
    const grown = ['baseline', 'write', '.', '--only', 'logs-through-logger'];
    expect(await launchgate(grown, { cwd: repository.root })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('leave no check'),
    });
    const written = await launchgate([...grown, '--no-config', '--no-suppressions', '--allow-increase', 'all', '--reason', 'us'], {
      cwd: repository.root,
    });
    expect(written).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Wrote 6 entries') });
    const ran = await launchgate(['audit', '.', '--no-color', '--json'], { cwd: repository.root, env: asPullRequest });
    expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("skip as in the base that governs; this change's own") });
    const report = reportOf(ran);
    expect(report.failOn).toBeUndefined();
    expect(report.ratchet?.baseline).toMatchObject({ entries: 5, notCounted: 2 });
  });

  test.each([
    ['deletes the configuration', { 'launchgate.config.yaml': undefined }],
    ['puts another configuration before it', { 'launchgate.config.json': '{}' }],
    ['weakens it', { 'launchgate.config.yaml': 'maxWarnings: 9\nfailOn: never\n' }],
  ])('is held to the gate of its base, also where it %s', async (_, files) => {
    repository.git('checkout', '-q', '-f', 'main');
    repository.write({ 'launchgate.config.yaml': 'failOn: warning\nmaxWarnings: 3\n', 'launchgate.config.json': undefined });
    repository.commit('a stricter gate');
    repository.git('checkout', '-q', '-B', 'change');
    repository.write(files);
    const report = reportOf(await launchgate([...flags, '--json'], { cwd: repository.root, env: asPullRequest }));
    repository.git('checkout', '-q', '-f', 'main');
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    repository.git('checkout', '-q', '-B', 'change');
    expect(report).toMatchObject({ failOn: 'warning', maxWarnings: 3 });
  });

  test('gives findings the fingerprints they had, wherever they stand in their file', async () => {
    const now = fingerprints(reportOf(await launchgate([...flags, '--json'], { cwd: repository.root })));
    repository.git('checkout', '-q', '--', '.');
    const before = fingerprints(reportOf(await launchgate([...flags, '--json'], { cwd: repository.root })));
    expect(before).toHaveLength(5);
    expect(before.filter((each) => now.includes(each))).toHaveLength(4);
    expect(now).toHaveLength(6);
  });

  test('in its own checkout, where nothing says it is one, its suppressions hold', async () => {
    const ran = await launchgate([...flags, '--json', '--pass-on-stale-baseline'], { cwd: repository.root });
    expect(ran.exitCode).toBe(0);
    expect(messagesAt(reportOf(ran), 'inline')).toEqual(['seven']);
  });

  test('in a merge queue the base governs as well', async () => {
    repository.write({ '.git/event.json': '{"merge_group":{"base_ref":"refs/heads/main"}}' });
    const env = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_EVENT_PATH: join(repository.root, '.git', 'event.json') };
    const ran = await launchgate([...flags, '--json'], { cwd: repository.root, env });
    expect(reportOf(ran).ratchet?.from).toBe('main');
  });

  test('where the base is not in the clone nothing is decided', async () => {
    const ran = await launchgate(flags, { cwd: repository.root, env: { GITHUB_BASE_REF: 'release' } });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('fetch-depth: 0') });
  });

  test('compared with its base instead of a baseline it is refused for the same two', async () => {
    const ran = await launchgate([...flags, '--json', '--no-baseline', '--since', 'main'], { cwd: repository.root, env: asPullRequest });
    const report = reportOf(ran);
    expect(ran.exitCode).toBe(1);
    expect(messagesAt(report, undefined).toSorted()).toEqual(['seven', 'six']);
    expect(repository.git('status', '--porcelain').split('\n').toSorted()).toEqual(['', ' M src/app.ts', '?? .launchgate-ignore.yaml']);
  });
});
