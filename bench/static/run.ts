// How fast is the static audit? In one run, over the same files: bytes read, parsers alone, the audit cold, again and for the first gate, eslint, bandit, semgrep, ast-grep.
// node bench/static/run.ts <folder> [--without-eslint]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { catalog } from '../../checks/catalog/index.ts';
import { sourceFiles } from './files.ts';
import { type Peer, peersOnPath } from './peers.ts';

interface Measured {
  readonly name: string;
  readonly wallMs: number;
  readonly userMs: number;
  readonly rssMb: number;
  readonly note: string;
}

const usageSchema = z.object({ userMs: z.number(), systemMs: z.number(), rssMb: z.number() });
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/static/run.ts <folder> [--without-eslint]');
  process.exit(2);
}
const root = resolve(folder);
const { scripts, python } = sourceFiles(root);
const withEslint = !flags.includes('--without-eslint') && scripts.length > 0;
if (withEslint) installPeers();

const scratch = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
const testflight = catalog.filter(({ tier }) => tier === 'testflight').map(({ id }) => id);
// As it is published: without the types taken off at each start.
build();
const audit = [here('../../dist/cli/main.js'), 'audit', root, '--no-config', '--json', '-o', join(scratch, 'report.json')];
const contestants: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['node, doing nothing', ['--eval', '0']],
  ['reading the bytes', [here('read-bytes.ts'), root]],
  ['parsers alone, every file once', [here('parse-all.ts'), root]],
  ['launchgate audit', audit],
  // Nothing has changed since the row before.
  ['launchgate audit, again', audit],
  ['launchgate audit, testflight only', [...audit, '--no-cache', '--only', testflight.join(',')]],
  ...(withEslint ? [['eslint, 4 sonarjs rules', [here('eslint-all.mjs'), root]] as const] : []),
];
console.log(`${root}: ${scripts.length} scripts, ${python.length} Python files; Node ${process.version}\n`);
const { present, absent } = peersOnPath(root, { python: python.length > 0 });
print([...contestants.map(([name, args]) => measure(name, args)), ...present.map(measurePeer)]);
if (absent.length > 0) console.log(`\nnot installed here: ${absent.join(', ')}`);
rmSync(scratch, { recursive: true });

function measure(name: string, args: readonly string[]): Measured {
  const usage = join(scratch, 'usage.json');
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', '--import', here('report-usage.mjs'), ...args],
    { encoding: 'utf8', env: { ...process.env, BENCH_USAGE: usage, XDG_CACHE_HOME: join(scratch, 'cache') }, maxBuffer: 1 << 28 },
  );
  const wallMs = performance.now() - started;
  // The audit ends with 1 where the gate is not reached.
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 500)}`);
  const { userMs, rssMb } = usageSchema.parse(JSON.parse(readFileSync(usage, 'utf8')));
  return { name, wallMs, userMs, rssMb, note: stdout.startsWith('{"files"') ? stdout.trim() : '' };
}

/** A program that is no Node script: the shell of its run tells what it used. */
function measurePeer({ name, command, args }: Peer): Measured {
  const usage = join(scratch, 'peer.json');
  const started = performance.now();
  const { error } = spawnSync('python3', [here('measure-peer.py'), usage, command, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wallMs = performance.now() - started;
  if (error) throw error;
  const { userMs, rssMb, status } = usageSchema.extend({ status: z.number() }).parse(JSON.parse(readFileSync(usage, 'utf8')));
  return { name, wallMs, userMs, rssMb, note: status > 1 ? `ended with ${status}` : '' };
}

function print(all: readonly Measured[]): void {
  const own = all.find(({ name }) => name === 'launchgate audit');
  const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)}x`;
  console.log(
    `${'contestant'.padEnd(32)}${['wall s', 'user s', 'RSS MB', 'wall', 'user'].map((each) => each.padStart(9)).join('')}   of the audit's`,
  );
  for (const { name, wallMs, userMs, rssMb, note } of all) {
    const figures = [(wallMs / 1000).toFixed(2), (userMs / 1000).toFixed(2), rssMb.toFixed(0)];
    const ratios = own ? [ratio(wallMs, own.wallMs), ratio(userMs, own.userMs)] : [];
    console.log(`${name.padEnd(32)}${[...figures, ...ratios].map((each) => each.padStart(9)).join('')}   ${note}`);
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: here('../..'), encoding: 'utf8' });
  if (status !== 0) throw new Error(`the package could not be built: ${stdout}${stderr}`);
}

function installPeers(): void {
  const bench = here('..');
  if (existsSync(join(bench, 'node_modules/eslint'))) return;
  console.log('installing eslint and its rules beside the bench');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed');
}
