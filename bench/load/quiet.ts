// Generator and target each on a processor of its own, and before everything else on a crowded machine where BENCH_PRIORITY=1 asks for it.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const pins = has('taskset');
const first = process.env.BENCH_PRIORITY === '1' && has('chrt') ? ['chrt', '-r', '5'] : [];

/** `whole` pins helper threads too; of Node only the thread that runs the program is pinned. */
export function spawnOn(
  processor: number,
  command: readonly string[],
  { whole, ...options }: SpawnOptions & { readonly whole: boolean },
): ChildProcess {
  const [program = '', ...args] = [...(whole && pins ? ['taskset', '-c', String(processor)] : []), ...first, ...command];
  const child = spawn(program, args, options);
  // Without -a it is one thread; the program has the same process id as what starts it.
  if (whole || child.pid === undefined) return child;
  if (pins) spawnSync('taskset', ['-cp', String(processor), String(child.pid)]);
  // Its helper threads come after it, wherever there is room.
  if (first.length > 0) spawnSync('chrt', ['-r', '-p', '10', String(child.pid)]);
  return child;
}

export const howQuiet = (): string =>
  [pins ? 'each on its own processor' : 'not pinned', first.length > 0 ? 'before everything else (chrt -r)' : 'at usual priority'].join(
    ', ',
  );
