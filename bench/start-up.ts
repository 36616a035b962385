// What it costs to start: node bench/start-up.ts. Against bare Node, as ratios of the medians; the second run of each is with a warm compile cache.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
writeFileSync(join(folder, 'index.js'), "import Koa from 'koa';\nnew Koa().listen(3000);\n");
writeFileSync(join(folder, 'package.json'), '{"dependencies":{"koa":"3.3.0"}}');
const runs = 9;

const bare = medianMs(['-e', '0']);
process.stdout.write(`bare node ${bare.toFixed(0)} ms\n`);
for (const args of [['--version'], ['checks'], ['audit', '--quiet']]) {
  const ms = medianMs(['--', main, ...args]);
  process.stdout.write(`launchgate ${args.join(' ')}: ${ms.toFixed(0)} ms, ${(ms / bare).toFixed(1)} times bare node\n`);
}
rmSync(folder, { recursive: true });

function medianMs(args: readonly string[]): number {
  const once = (): number => {
    const started = performance.now();
    spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    return performance.now() - started;
  };
  once();
  const times = Array.from({ length: runs }, once).toSorted((one, other) => one - other);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
}
