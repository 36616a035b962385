// What the surroundings change: a coding agent reads tersely, GitHub Actions is told more, and stdout stays the report's.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { launchgate } from '../testing/launchgate.ts';
import { runByAgent } from './agent.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-ci-'));
  const app = ['from fastapi import FastAPI', 'app = FastAPI()', '@app.get("/x")', 'def x():', '    print("hello")', '    return {}', ''];
  await writeFile(join(cwd, 'main.py'), app.join('\n'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));
const args = ['audit', '.', '--only', 'logs-through-logger', '--no-config'];

test.each(['AI_AGENT', 'CLAUDECODE', 'CLAUDE_CODE', 'CURSOR_AGENT', 'CODEX_SANDBOX', 'GEMINI_CLI', 'OPENCODE'])(
  '%s means an agent',
  (name) => {
    expect(runByAgent({ [name]: '1' })).toBe(true);
    expect(runByAgent({ [name]: '' })).toBe(false);
    expect(runByAgent({ [name]: 'false' })).toBe(false);
  },
);

test('an agent gets terse text, the same exit code, and any format it asks for', async () => {
  const env = { CLAUDECODE: '1' };
  const terse = await launchgate(args, { cwd, env });
  expect(terse).toMatchObject({ exitCode: 1 });
  expect(terse.stdout).toContain('fail logs-through-logger: ');
  expect(terse.stdout).toContain('\n  main.py:5: ');
  const text = await launchgate([...args, '-f', 'text'], { cwd, env });
  expect(text.stdout).toContain('✗ logs-through-logger: fail');
  expect((await launchgate([...args, '--json'], { cwd, env })).stdout).toMatch(/^\{\n/);
  expect((await launchgate(args, { cwd })).stdout).toContain('✗ logs-through-logger: fail');
});

test('in GitHub Actions annotations go to stderr, the summary and the outputs to their files, and stdout holds the report alone', async () => {
  const summary = join(cwd, 'summary.md');
  const outputs = join(cwd, 'outputs');
  await writeFile(summary, 'before\n');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs };
  const { exitCode, stdout, stderr } = await launchgate([...args, '--json', '-f', 'sarif=out/report.sarif'], { cwd, env });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^\{\n/);
  expect(stdout).not.toContain('::error');
  expect(stderr).toMatch(/^::error file=main\.py,line=5,endLine=5,col=5,title=logs-through-logger::/m);
  const written = await readFile(summary, 'utf8');
  expect(written).toMatch(/^before\n# ❌ Not ready for TestFlight/);
  expect((await readFile(outputs, 'utf8')).split('\n')).toEqual([
    'result=not-passed',
    'tier-reached=none',
    'failing=1',
    'inconclusive=0',
    'new-findings=1',
    expect.stringMatching(/^report-path=.*out\/report\.sarif$/),
    '',
  ]);
});

test('a summary that cannot be written does not change the verdict', async () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: cwd };
  const { exitCode, stderr } = await launchgate(args, { cwd, env });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('launchgate: GitHub is not told all: ');
});

test('-f github writes annotations to stdout, once', async () => {
  const { stdout, stderr } = await launchgate([...args, '-f', 'github'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
  expect(stdout).toMatch(/^::error file=main\.py,line=5/);
  expect(stderr).not.toContain('::error');
});

test('rendering a report again does not tell GitHub again', async () => {
  await launchgate([...args, '--quiet', '-f', 'json=r.json'], { cwd });
  const summary = join(cwd, 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const { exitCode, stderr } = await launchgate(['report', 'r.json', '-f', 'html=r.html'], { cwd, env });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringMatching(/^Wrote .*r\.html\n$/) });
  await expect(readFile(summary)).rejects.toThrow('ENOENT');
});

test('-o tells the format by the ending of the file', async () => {
  const starts = {
    'r.html': '<!DOCTYPE html>',
    'r.sarif': '{\n  "$schema"',
    'r.sarif.json': '{\n  "$schema"',
    'r.xml': '<?xml',
    'r.ndjson': '{"type":"run"',
  };
  for (const [file, start] of Object.entries(starts)) {
    await launchgate([...args, '--quiet', '-o', file], { cwd });
    expect((await readFile(join(cwd, file), 'utf8')).slice(0, start.length)).toBe(start);
  }
});

test('a report carries the source around its findings, and renders the same again', async () => {
  await writeFile(join(cwd, 'main.py'), `${await readFile(join(cwd, 'main.py'), 'utf8')}API_SECRET = "${['hun', 'ter2'].join('')}"\n`);
  await launchgate([...args, '--quiet', '-f', 'json=r.json', '-f', 'html=a.html'], { cwd });
  await launchgate(['report', 'r.json', '--quiet', '-f', 'html=b.html'], { cwd });
  const html = await readFile(join(cwd, 'a.html'), 'utf8');
  expect(await readFile(join(cwd, 'b.html'), 'utf8')).toBe(html);
  expect(html).toContain('<mark class="line" data-line="5">');
  expect(html).toContain('API_SECRET = &quot;[secret]&quot;');
});

test('kept evidence gives every format again byte for byte, when its files are gone and in another time zone', async () => {
  await launchgate([...args, '--quiet', '--save-evidence', 'kept', '-o', 'first.html'], { cwd });
  const render = async (folder: string, env: Record<string, string>): Promise<readonly string[]> => {
    const formats = ['json', 'html', 'sarif', 'junit', 'gitlab', 'ndjson', 'markdown', 'agent', 'text'];
    const files = formats.map((format) => join(cwd, folder, format));
    const flags = formats.flatMap((format, at) => ['-f', `${format}=${files[at]}`]);
    await launchgate(['audit', '--from-evidence', 'kept', ...args.slice(2), '--quiet', ...flags], { cwd, env });
    return Promise.all(files.map((file) => readFile(file, 'utf8')));
  };
  const withoutDuration = (texts: readonly string[]) =>
    texts.map((text) => text.replaceAll(/"durationMs": ?\d+|time="[\d.]+"|\d+\.\d s\. This page/g, ''));
  const before = withoutDuration(await render('a', {}));
  await rm(join(cwd, 'main.py'));
  const after = withoutDuration(await render('b', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }));
  expect(after).toEqual(before);
  expect(before[1]).toContain('<mark class="line" data-line="5">');
});

test('two runs are compared, by audit and by report; a folder of them is a trend', async () => {
  await launchgate([...args, '--quiet', '-f', 'json=runs/1.json'], { cwd });
  await writeFile(join(cwd, 'main.py'), `${await readFile(join(cwd, 'main.py'), 'utf8')}print("another")\n`);
  const audited = await launchgate([...args, '--quiet', '--compare', 'runs/1.json', '-f', 'json=runs/2.json', '-f', 'markdown'], { cwd });
  expect(audited.stdout).toContain('## Since the run before\n\n1 new, 0 fixed, 1 as before');
  const rendered = await launchgate(['report', 'runs/2.json', '--compare', 'runs/1.json', '-f', 'text'], { cwd });
  expect(rendered.stdout).toContain('1 new, 0 fixed, 1 as before');
  await writeFile(join(cwd, 'runs', 'other.json'), '{}');
  const trend = await launchgate(['trend', 'runs'], { cwd });
  expect(trend).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Left aside other.json') });
  expect(trend.stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(await launchgate(['trend', 'runs', '-f', 'svg', '-o', 'trend.svg'], { cwd })).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await readFile(join(cwd, 'trend.svg'), 'utf8')).toContain('2 runs');
  await mkdir(join(cwd, 'empty'));
  expect(await launchgate(['trend', 'empty'], { cwd })).toMatchObject({ exitCode: 2, stdout: '' });
});
