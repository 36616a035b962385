// Suppressions through the command line: each state they can be in, and what the run makes of it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../reports/report.ts';
import { parseReport } from '../../reports/report-schema.ts';
import { launchgate } from '../testing/launchgate.ts';
import { type Repository, scratchRepository } from '../testing/repository.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const service = (...lines: readonly string[]) => ['from fastapi import FastAPI', 'app = FastAPI()', ...lines, ''].join('\n');
const print = 'print("asked")';
const flags = ['audit', '.', '--only', 'logs-through-logger', '--json', '--quiet'];

let repository: Repository;
beforeEach(() => {
  repository = scratchRepository({ 'requirements.txt': 'fastapi\n', 'main.py': service(print) });
});
afterEach(() => repository.remove());

async function audited(
  ...more: readonly string[]
): Promise<{ readonly exitCode: number | null; readonly report: Report; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await launchgate([...flags, ...more], { cwd: repository.root });
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem} ${stderr}`);
  return { exitCode, report: parsed.report, stderr };
}
const stateOf = ({ ratchet }: Report) =>
  ratchet?.suppressions.map(({ state, because }) => (because === undefined ? state : `${state}: ${because}`));

describe('a comment', () => {
  test.each([
    ['-- a toy (until 2999-01-01)', 0, 'used'],
    ['-- a toy (until 2020-01-01)', 1, 'expired'],
    ['-- a toy (until 2999-02-30)', 1, 'expired: "2999-02-30" is no date like 2026-12-31, so it counts as expired'],
    ['', 1, 'malformed: it gives no reason'],
  ])('%j', async (words, exitCode, state) => {
    repository.write({ 'main.py': service(`${print}  # launchgate-ignore logs-through-logger ${words}`) });
    const ran = await audited();
    expect({ exitCode: ran.exitCode, state: stateOf(ran.report) }).toEqual({ exitCode, state: [state] });
    expect(ran.report.results[0]?.verdict).toBe('fail');
    expect(ran.report.tierReached).toBeNull();
  });

  test('without a check, or with one that is misspelt, suppresses nothing and says so', async () => {
    repository.write({
      'main.py': service(`${print}  # launchgate-ignore -- all of it`, `${print}  # launchgate-ignore logs-trough-logger -- fine`),
    });
    const { exitCode, report } = await audited();
    expect(exitCode).toBe(1);
    expect(stateOf(report)).toEqual([
      'malformed: it names no check',
      'malformed: no check is called "logs-trough-logger" (did you mean "logs-through-logger"?)',
    ]);
  });

  test('that nothing is found for is told; one of a check that was not run is not', async () => {
    repository.write({
      'main.py': service(
        `${print}  # launchgate-ignore logs-through-logger -- a toy`,
        'x = 1  # launchgate-ignore logs-through-logger -- was one',
        'y = 1  # launchgate-ignore cors-restricted -- of another check',
      ),
    });
    const { exitCode, report } = await audited();
    expect(exitCode).toBe(0);
    expect(stateOf(report)).toEqual(['used', 'unused', 'used: its check was not part of this run']);
  });

  test('covers its own line and no other of the same text', async () => {
    repository.write({ 'main.py': service(`${print}  # launchgate-ignore logs-through-logger -- a toy`, print) });
    expect((await audited()).exitCode).toBe(1);
  });

  test('counts for nothing under --no-suppressions', async () => {
    repository.write({ 'main.py': service(`${print}  # launchgate-ignore logs-through-logger -- a toy`) });
    expect((await audited('--no-suppressions')).exitCode).toBe(1);
  });
});

describe('the file', () => {
  const entry = (...lines: readonly string[]) => `- rule: logs-through-logger\n${lines.map((line) => `  ${line}\n`).join('')}`;
  test.each([
    ['by path', entry('paths: ["*.py"]', 'statement: a toy', 'owner: ada', 'expired_at: 2999-12-31'), 0, 'used'],
    ['of another path', entry('paths: ["src/**"]', 'statement: a toy'), 1, 'unused'],
    ['expired', entry('statement: a toy', 'expired_at: 2020-12-31'), 1, 'expired'],
    ['without a statement', entry('owner: ada'), 1, 'malformed: it gives no reason'],
    ['with a word too many', entry('statement: a toy', 'path: main.py'), 1, 'malformed: Unrecognized key: "path"'],
  ])('%s', async (_, text, exitCode, state) => {
    repository.write({ '.launchgate-ignore.yaml': text });
    const ran = await audited();
    expect({ exitCode: ran.exitCode, state: stateOf(ran.report) }).toEqual({ exitCode, state: [state] });
  });

  test('one broken entry does not take the others with it', async () => {
    repository.write({ '.launchgate-ignore.yaml': `- nonsense\n${entry('statement: a toy')}` });
    const { exitCode, report } = await audited();
    expect(exitCode).toBe(0);
    expect(stateOf(report)?.[1]).toBe('used');
    expect(stateOf(report)?.[0]).toMatch(/^malformed/);
  });

  test('that is no list is a mistake to put right', async () => {
    repository.write({ '.launchgate-ignore.yaml': 'rule: x\n' });
    const ran = await launchgate(flags, { cwd: repository.root });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('.launchgate-ignore.yaml: must be a list') });
  });
});

describe('the baseline', () => {
  const write = (...more: readonly string[]) =>
    launchgate(['baseline', 'write', '.', '--only', 'logs-through-logger', ...more], { cwd: repository.root });

  test('a named one that is missing is exit code 2', async () => {
    const ran = await launchgate([...flags, '--baseline', 'other.json'], { cwd: repository.root });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('no baseline other.json') });
  });

  test('does not grow unasked, nor without a reason; with both it does, and keeps the reason', async () => {
    await write();
    repository.write({ 'main.py': service(print, 'print("more")') });
    expect((await audited()).exitCode).toBe(1);
    expect(await write()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('the baseline would grow by 1') });
    expect(await write('--allow-increase', 'logs-through-logger')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--reason'),
    });
    expect(await write('--allow-increase', 'logs-through-logger', '--reason', 'the demo prints')).toMatchObject({ exitCode: 0 });
    const { exitCode, report } = await audited();
    expect(exitCode).toBe(0);
    expect(report.results[0]?.answers[0]?.findings.map(({ accepted }) => accepted?.reason)).toEqual([undefined, 'the demo prints']);
  });

  test('that lists what is fixed does not pass until it is pruned, and pruning adds nothing', async () => {
    repository.write({ 'main.py': service(print, 'print("more")') });
    await write();
    repository.write({ 'main.py': service(print, 'print("another")') });
    expect((await audited('--pass-on-stale-baseline')).exitCode).toBe(1);
    repository.write({ 'main.py': service(print) });
    expect((await audited()).exitCode).toBe(1);
    expect((await audited('--pass-on-stale-baseline')).exitCode).toBe(0);
    const pruned = await launchgate(['baseline', 'prune', '.', '--only', 'logs-through-logger'], { cwd: repository.root });
    expect(pruned).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Took 1 of 2') });
    expect((await audited()).exitCode).toBe(0);
  });

  test('what a run did not look at is neither fixed nor taken out', async () => {
    await write();
    const skipped = await launchgate(['audit', '.', '--only', 'cors-restricted,env-complete', '--json', '--quiet'], {
      cwd: repository.root,
    });
    const parsed = parseReport(skipped.stdout);
    expect('report' in parsed && parsed.report.ratchet?.baseline?.fixed).toEqual([]);
  });

  test('that is broken is exit code 2', async () => {
    repository.write({ 'launchgate-baseline.json': '{"version":1,"entries":[{"check":"x"}]}' });
    const ran = await launchgate(flags, { cwd: repository.root });
    expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('launchgate-baseline.json: not a baseline: entries.0') });
  });
});

describe('--fail-on and --max-warnings', () => {
  const later = ['audit', '.', '--only', 'logs-through-logger,logs-structured,log-level-from-environment', '--quiet', '--no-suppressions'];
  test('never decides nothing but what could not run', async () => {
    expect((await launchgate([...later, '--fail-on', 'never'], { cwd: repository.root })).exitCode).toBe(0);
    repository.write({ 'main.py': undefined });
    expect((await launchgate([...later, '--fail-on', 'never'], { cwd: repository.root })).exitCode).toBe(2);
  });
});
