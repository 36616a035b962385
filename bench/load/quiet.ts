// Generator and target each on a processor of its own, and before everything else on a crowded machine where BENCH_PRIORITY=1 asks for it.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
// By then Node has started its threads.
const startUpMs = 1_200;
const pins = has('taskset');
const isRealTime = process.env.BENCH_PRIORITY === '1' && has('chrt');
// Who never sleeps is stopped for a twentieth of each second where he comes before everything else.
const isNice = process.env.BENCH_PRIORITY === 'nice' && has('nice');
const first = isRealTime ? ['chrt', '-r', '5'] : isNice ? ['nice', '-n', '-20'] : [];

/** `whole` pins helper threads too; of Node only the thread that runs the program is pinned. */
export function spawnOn(
  processor: number,
  command: readonly string[],
  { whole, ...options }: SpawnOptions & { readonly whole: boolean },
): ChildProcess {
  const [program = '', ...args] = [...(whole && pins ? ['taskset', '-c', String(processor)] : []), ...first, ...command];
  const child = spawn(program, args, options);
  if (!whole) setTimeout(() => putForward(child, processor), startUpMs).unref();
  return child;
}

// Helper threads come after the one that runs the program, wherever there is room: started by it before, they have neither its processor nor its place.
// On its processor and behind it they would never get their turn, and what waits for them would wait for ever.
function putForward({ pid, exitCode }: ChildProcess, processor: number): void {
  if (pid === undefined || exitCode !== null) return;
  if (pins) spawnSync('taskset', ['-cp', String(processor), String(pid)]);
  if (isRealTime) spawnSync('chrt', ['-r', '-p', '10', String(pid)]);
}

export const howQuiet = (): string =>
  [
    pins ? 'each on its own processor' : 'not pinned',
    isRealTime ? 'before everything else (chrt -r)' : isNice ? 'before most else (nice -20)' : 'at usual priority',
  ].join(', ');
