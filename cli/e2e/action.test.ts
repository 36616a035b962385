// action.yml: valid, pinned, and run step by step as the runner would, for a pull request from a fork as well.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateAction } from '@action-validator/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Repository, scratchRepository } from '../testing/repository.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const project = join(import.meta.dirname, '..', '..');
const file = readFileSync(join(project, 'action.yml'), 'utf8');
const step = z.object({
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.object({ value: z.string() })),
    runs: z.object({ using: z.literal('composite'), steps: z.array(step) }),
  })
  .parse(parse(file));

test('is accepted by the schema of actions; one with a mistake is not', () => {
  expect(validateAction(file)).toMatchObject({ actionType: 'action', errors: [] });
  expect(validateAction(file.replace('using: composite', 'using: composit'))).not.toMatchObject({ errors: [] });
});

test('every action it uses is pinned to a commit, with its version beside it', () => {
  for (const { uses } of action.runs.steps) if (uses !== undefined) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
  expect(file.match(/uses: .*/g)?.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('no input is put into a script: what it holds could run there', () => {
  for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
});

describe('run', () => {
  let repository: Repository;
  let temporary: string;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'launchgate-action-'));
    repository = scratchRepository({
      'requirements.txt': 'fastapi\n',
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\nprint("one")\n',
      'launchgate.config.json': '{"only":["logs-through-logger"]}',
    });
    repository.git('remote', 'add', 'origin', repository.root);
  });
  afterAll(() => {
    repository.remove();
    rmSync(temporary, { recursive: true });
  });

  /** Runs the steps that are scripts, with the expressions of their environment resolved; the outputs of all of them. */
  function steps(given: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>>) {
    const outputs: Record<string, string> = {};
    const inputs = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])), ...given };
    const resolved = (text: string): string =>
      text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, name: string) => {
        if (name === 'github.action_path') return project;
        return name.startsWith('inputs.') ? (inputs[name.slice(7)] ?? '') : (outputs[name.replace(/^steps\.\w+\.outputs\./, '')] ?? '');
      });
    const ran = action.runs.steps.flatMap(({ id, run, env = {} }) => {
      if (run === undefined || id === 'install' || (id === 'base' && environment.GITHUB_BASE_REF === undefined)) return [];
      if (id === 'comment' && inputs.comment !== 'true') return [];
      const outputFile = join(temporary, 'output');
      writeFileSync(outputFile, '');
      const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
        cwd: repository.root,
        encoding: 'utf8',
        env: {
          PATH: `${join(process.execPath, '..')}:${process.env.PATH}`,
          HOME: temporary,
          GITHUB_ACTIONS: 'true',
          GITHUB_OUTPUT: outputFile,
          GITHUB_STEP_SUMMARY: join(temporary, 'summary.md'),
          RUNNER_TEMP: temporary,
          ...environment,
          ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, resolved(value)])),
        },
      });
      for (const line of readFileSync(outputFile, 'utf8').split('\n')) {
        const [name = '', ...value] = line.split('=');
        if (name !== '') outputs[name] = value.join('=');
      }
      return [{ id, status, stdout, stderr }];
    });
    return { outputs, ran };
  }

  test('the job fails with the exit code of the audit, after every report was written', () => {
    const { outputs, ran } = steps({}, {});
    expect(outputs).toMatchObject({ result: 'not-passed', 'exit-code': '1', failing: '1', 'new-findings': '1', 'tier-reached': 'none' });
    expect(ran.map(({ id, status }) => [id, status])).toEqual([
      ['audit', 0],
      ['verdict', 1],
    ]);
    for (const name of ['report.json', 'report.html', 'report.sarif', 'report.xml', 'comment.md']) {
      expect(existsSync(join(temporary, 'launchgate', name))).toBe(true);
    }
    for (const name of Object.keys(action.outputs)) {
      const key = /outputs\.([\w-]+)/.exec(action.outputs[name]?.value ?? '')?.[1] ?? '';
      expect(outputs).toHaveProperty([key]);
    }
  });

  test('flags go through as they are, one a line', () => {
    const { outputs } = steps({ args: '--fail-on\nnever\n', gate: 'testflight' }, {});
    expect(outputs).toMatchObject({ 'exit-code': '0' });
    expect(steps({ args: '--only\n$(touch hacked)' }, {}).outputs).toMatchObject({ 'exit-code': '2' });
    expect(existsSync(join(repository.root, 'hacked'))).toBe(false);
  });

  test('from a fork: the base is fetched, the comment is refused, and the verdict stands', () => {
    repository.git('checkout', '-q', '-B', 'change');
    repository.write({
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\nprint("one")  # launchgate-ignore logs-through-logger -- no\n',
    });
    const fork = {
      GITHUB_BASE_REF: 'main',
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_API_URL: 'http://127.0.0.1:9',
    };
    const { ran } = steps({ comment: 'true', token: 'x' }, fork);
    expect(ran.map(({ id, status }) => [id, status])).toEqual([
      ['base', 0],
      ['audit', 0],
      ['comment', 0],
      ['verdict', 1],
    ]);
    expect(ran[2]?.stderr).toContain('no comment was written');
    expect(ran[1]?.stdout).toMatch(/not counted:\s+it\s+is\s+not\s+on\s+origin\/main,\s+which\s+governs/);
  });
});
