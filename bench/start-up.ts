// What a small audit costs, with its start: bare Node, the built package on a backend of fifty files, and TypeScript's parser alone on them.
//   node bench/start-up.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeSmallBackend } from './small-backend.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const runs = 11;
const scratch = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
const folder = join(scratch, 'backend');
writeSmallBackend(folder);
build();

const main = here('../dist/cli/main.js');
const audit = [main, 'audit', folder, '--no-config', '--json', '-o', join(scratch, 'report.json')];
const contestants: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['node, doing nothing', ['--eval', '0']],
  ['launchgate --version', [main, '--version']],
  ["TypeScript's parser, fifty files", [here('static/parse-all.ts'), folder]],
  ['launchgate audit, fifty files', [...audit, '--no-cache']],
  ['launchgate audit, again', audit],
];
const usageSchema = z.object({ userMs: z.number() });
interface Measured {
  readonly name: string;
  readonly args: readonly string[];
  readonly wallMs: number[];
  readonly userMs: number[];
}
const measured = contestants.map(([name, args]): Measured => ({ name, args, wallMs: [], userMs: [] }));
// Turn by turn, so that an hour in which the machine is slow is slow for all; the first turn fills the caches.
for (let run = 0; run <= runs; run++) {
  for (const each of measured) {
    const { wallMs, userMs } = once(each.args);
    if (run === 0) continue;
    each.wallMs.push(wallMs);
    each.userMs.push(userMs);
  }
}
const [bare] = measured.map(({ wallMs }) => median(wallMs));
console.log(
  `Node ${process.version}, medians of ${runs}\n${'wall ms'.padStart(41)}${'least'.padStart(9)}${'user ms'.padStart(9)}${'x bare'.padStart(9)}`,
);
for (const { name, wallMs, userMs } of measured) {
  const figures = [median(wallMs), Math.min(...wallMs), median(userMs)].map((ms) => ms.toFixed(0));
  console.log(
    `${name.padEnd(32)}${[...figures, (median(wallMs) / (bare ?? Number.NaN)).toFixed(1)].map((each) => each.padStart(9)).join('')}`,
  );
}
rmSync(scratch, { recursive: true });

function once(args: readonly string[]): { readonly wallMs: number; readonly userMs: number } {
  const usage = join(scratch, 'usage.json');
  const env = { ...process.env, BENCH_USAGE: usage, XDG_CACHE_HOME: join(scratch, 'cache'), NODE_COMPILE_CACHE: join(scratch, 'compiled') };
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', here('static/report-usage.mjs'), ...args], { env, encoding: 'utf8' });
  const wallMs = performance.now() - started;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { wallMs, userMs: usageSchema.parse(JSON.parse(readFileSync(usage, 'utf8'))).userMs };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: here('..'), encoding: 'utf8' });
  if (status !== 0) throw new Error(`the package could not be built: ${stdout}${stderr}`);
}
