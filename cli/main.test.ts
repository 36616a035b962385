// The command line as a user meets it: exit codes, the two streams, and one line for every mistake.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalog } from '../checks/catalog/index.ts';
import { launchgate, oneLineOf } from './testing/launchgate.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-cli-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('help and version', () => {
  test('--version tells the version and the number of checks', async () => {
    const { exitCode, stdout, stderr } = await launchgate(['--version'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^launchgate \d+\.\d+\.\d+ \(\d+ checks\)\n$/);
    expect(stdout).toContain(`(${catalog.length} checks)`);
  });

  test.each([[['--version']], [['checks']], [['explain', 'cors-restricted']]])(
    '%j loads no parser, client or schema library',
    async (args) => {
      const hook = `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => { const found = next(name, context); process.stderr.write(found.url + '\\n'); return found; } });`;
      const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
      const { stderr } = await launchgate(args, { cwd, nodeArgs });
      const packages = [...stderr.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(([, name]) => name);
      expect([...new Set(packages)]).toEqual(['commander']);
    },
  );

  test('--help lists commands, exit codes and variables; no command at all is a mistake', async () => {
    const { exitCode, stdout } = await launchgate(['--help'], { cwd });
    expect(exitCode).toBe(0);
    for (const word of ['audit', 'explain', 'Exit codes', '143', 'LAUNCHGATE_AUTH_TOKEN', 'NO_COLOR']) expect(stdout).toContain(word);
    expect(await launchgate([], { cwd })).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('a mistake is one line on stderr and exit code 2', () => {
  test.each([[['adit']], [['audit', '--gat', 'testflight']], [['audit', 'missing-folder']], [['audit', '--env-file', 'missing.env']]])(
    'launchgate %j',
    async (args) => {
      expect(oneLineOf(await launchgate(args, { cwd }))).toMatch(/^launchgate: ./);
    },
  );

  test('a stack is shown when it is asked for, and only then', async () => {
    const { stderr } = await launchgate(['audit', 'missing'], { cwd, env: { LAUNCHGATE_DEBUG: '1' } });
    expect(stderr).toMatch(/\n\s+at .*target\.ts/);
  });
});

describe('audit', () => {
  test('an empty folder: nothing was checked, and that is no pass', async () => {
    for (const more of [[], ['--exit-zero']]) {
      const { exitCode, stdout, stderr } = await launchgate(['audit', ...more], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('nothing was checked');
      expect(stdout).toContain('Nothing was checked');
    }
  });

  test('several reports come from one run; stdout holds one of them and nothing else', async () => {
    const args = ['audit', '--json', '-f', 'markdown=out/report.md', '-f', 'text=out/report.txt', '--checklist', 'out/checklist.md'];
    const { stdout, stderr } = await launchgate(args, { cwd, env: { FORCE_COLOR: '1' } });
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ schemaVersion: 1, gate: 'testflight', tierReached: null });
    expect((await readdir(join(cwd, 'out'))).toSorted()).toEqual(['checklist.md', 'report.md', 'report.txt']);
    expect(await readFile(join(cwd, 'out/report.txt'), 'utf8')).not.toContain('\u001b[');
    expect(stderr).toContain('report.md');
  });

  test('--plan tells what would be done and does none of it', async () => {
    const { exitCode, stdout } = await launchgate(['audit', '--plan', '--start', 'touch started', '-f', 'json=report.json'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('start: touch started');
    expect(stdout).toMatch(/GET http.*\(passive\) cors-restricted/);
    expect(await readdir(cwd)).toEqual([]);
  });

  test('--plan sends nothing', async () => {
    let connections = 0;
    const server = createServer(() => {}).on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { exitCode, stdout } = await launchgate(['audit', '--plan', '--url', url], { cwd });
    server.close();
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`GET ${url}/openapi.json`);
    expect(connections).toBe(0);
  });

  test('a dead URL: the report says so, and so does one line; exit code 2', async () => {
    const { exitCode, stdout, stderr } = await launchgate(['audit', '--url', 'http://127.0.0.1:9', '--json', '--quiet'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^launchgate: http:\/\/127\.0\.0\.1:9 could not be reached: .*\n$/);
    expect(stdout).toContain('could not be reached');
  });

  test('a checklist behind a link is updated where it lies, and nothing is left beside it', async () => {
    await mkdir(join(cwd, 'docs'));
    await writeFile(join(cwd, 'docs/list.md'), '# Mine\n\n- [x] **Restrict CORS origins** - somewhere\n- [ ] **My own** - item\n');
    await symlink(join(cwd, 'docs/list.md'), join(cwd, 'list.md'));
    await launchgate(['audit', '--checklist', 'list.md', '--quiet'], { cwd });
    const text = await readFile(join(cwd, 'docs/list.md'), 'utf8');
    expect(text).toContain('- [ ] **My own** - item');
    expect(await readdir(join(cwd, 'docs'))).toEqual(['list.md']);
    expect((await readdir(cwd)).toSorted()).toEqual(['docs', 'list.md']);
  });

  test('a configuration of the audited folder is named under --verbose, and one of a foreign folder is not obeyed', async () => {
    await writeFile(join(cwd, 'launchgate.config.json'), '{"gate": "app-store"}');
    const own = await launchgate(['audit', '--json', '--verbose'], { cwd });
    expect(own.stderr).toContain('Configuration: launchgate.config.json');
    expect(JSON.parse(own.stdout)).toMatchObject({ gate: 'app-store' });
    const elsewhere = await mkdtemp(join(tmpdir(), 'launchgate-cli-'));
    const foreign = await launchgate(['audit', cwd, '--json'], { cwd: elsewhere });
    await rm(elsewhere, { recursive: true });
    expect(foreign.stderr).toContain('Not used: ');
    expect(JSON.parse(foreign.stdout)).toMatchObject({ gate: 'testflight' });
  });

  test('flags win over variables, which win over the file', async () => {
    await writeFile(join(cwd, 'launchgate.config.json'), '{"gate": "app-store"}');
    const gateOf = async (args: readonly string[], env: Record<string, string>) =>
      JSON.parse((await launchgate(['audit', '--json', ...args], { cwd, env })).stdout).gate;
    expect(await gateOf([], { LAUNCHGATE_GATE: 'post-launch' })).toBe('post-launch');
    expect(await gateOf(['--gate', 'testflight'], { LAUNCHGATE_GATE: 'post-launch' })).toBe('testflight');
    expect(await gateOf(['--no-config'], {})).toBe('testflight');
  });
});

test('a report can be rendered again, from a file and from stdin', async () => {
  const { stdout } = await launchgate(['audit', '--json'], { cwd });
  await writeFile(join(cwd, 'report.json'), stdout);
  expect(await launchgate(['report', 'report.json', '--json'], { cwd })).toMatchObject({ exitCode: 0, stdout });
  const piped = await launchgate(['report', '-', '-f', 'markdown'], { cwd, input: stdout });
  expect(piped.exitCode).toBe(0);
  expect(piped.stdout).toContain('Nothing was checked');
});

test('every check can be explained, and is in the list', async () => {
  const listed = await launchgate(['checks'], { cwd });
  const asJson = JSON.parse((await launchgate(['checks', '--json'], { cwd })).stdout);
  expect(asJson.map(({ id }: { id: string }) => id)).toEqual(catalog.map(({ id }) => id));
  for (const { id, title } of catalog) expect(listed.stdout).toMatch(new RegExp(`^  ${id} .*${title.slice(0, 10)}`, 'm'));
  const explained = await launchgate(['explain', 'cors-restricted'], { cwd });
  for (const word of ['Why', 'Fix', 'Looks at', 'References']) expect(explained.stdout).toContain(word);
});

test.each(['process.exit(0)', 'await new Promise(() => {})'])('a configuration that does %s is no gate that was reached', async (code) => {
  await writeFile(join(cwd, 'launchgate.config.mjs'), `${code};\nexport default {};\n`);
  const { exitCode, stdout, stderr } = await launchgate(['audit', '--only', 'cors-restricted'], { cwd });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('launchgate: the process was ended before the command was done');
});

test('a folder whose name breaks the line is told on one', async () => {
  await mkdir(join(cwd, 'a\n::error::b\u001b[2J'));
  const { stderr } = await launchgate(['audit', 'a\n::error::b\u001b[2J', '--only', 'cors-restricted'], { cwd });
  expect(stderr).toMatch(/^Reading .*a ::error::b\\u\{1b\}\[2J$/m);
});
