// Starts a command as a process group of its own and stops all of it, whatever happens to us. Nothing else spawns a target.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StopOutcome } from '../../model.ts';
import { Log } from './log.ts';
import { markerName, processesOf } from './process-tree.ts';

export interface Service {
  readonly pid: number;
  readonly log: Log;
  readonly startedAt: number;
  /** Undefined while it runs; `code` is null where a signal ended it. */
  ended(): { readonly code: number | null; readonly afterMs: number } | undefined;
  /** SIGTERM to all of it, SIGKILL to what is left after the limit. A second call waits for the first. */
  stop(limitMs: number): Promise<StopOutcome>;
}
export interface Launch {
  readonly command: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: ReadonlyMap<string, string>;
  /** May grow while the service runs. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** Starts the command through the shell; answers with a reason where not even that was possible. */
export async function startService({ command, cwd, env, secrets, tokens }: Launch): Promise<Service | { readonly failed: string }> {
  const marker = randomUUID();
  const child = spawn(replacingShell(command), {
    cwd,
    // Python holds lines back that go into a pipe, and loses them when it is stopped.
    env: { PYTHONUNBUFFERED: '1', ...env, [markerName]: marker },
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const failed = await new Promise<string | undefined>((settle) => {
    child.once('spawn', () => settle(undefined));
    child.once('error', (error) => settle(error.message));
  });
  const { pid } = child;
  if (failed !== undefined || pid === undefined) return { failed: failed ?? 'it got no process id' };
  const log = new Log(secrets, tokens);
  if (child.stdout) log.listen('stdout', child.stdout);
  if (child.stderr) log.listen('stderr', child.stderr);
  return watched(child, { pid, marker, log });
}

// A shell that stays between us and the service dies of SIGTERM itself, and the service's own exit code is lost.
function replacingShell(command: string): string {
  const simple = process.platform !== 'win32' && !/[;&|<>()`\n]/.test(command);
  const ownWord = /^\s*(?!(?:cd|exec|exit|export|eval|set|source|if|for|while|until|case|ulimit|umask)\b)["'./\w-]+(?=\s|$|["'])(?!=)/;
  return simple && ownWord.test(command) ? `exec ${command}` : command;
}

interface Tree {
  readonly pid: number;
  readonly marker: string;
}

function watched(child: ChildProcess, { pid, marker, log }: Tree & { readonly log: Log }): Service {
  const startedAt = performance.now();
  let end: { code: number | null; afterMs: number } | undefined;
  const exited = new Promise<void>((settle) => {
    child.once('exit', (code) => {
      end = { code, afterMs: Math.round(performance.now() - startedAt) };
      settle();
    });
  });
  const tree = { pid, marker };
  let stopping: Promise<StopOutcome> | undefined;
  guard(tree);
  return {
    pid,
    log,
    startedAt,
    ended: () => end,
    stop(limitMs) {
      stopping ??= stopAll(child, tree, limitMs).then(async (stopped) => {
        // The kernel shows it gone before we are told its exit code.
        await Promise.race([exited, sleep(2_000, undefined, { ref: false })]);
        return { ...stopped, exitCode: end?.code ?? null };
      });
      return stopping;
    },
  };
}

async function stopAll(child: ChildProcess, tree: Tree, limitMs: number): Promise<Omit<StopOutcome, 'exitCode'>> {
  const begun = performance.now();
  if (alive(tree)) signalAll(tree, 'SIGTERM');
  const left = await waitForEnd(tree, limitMs);
  const leaderEnded = child.exitCode !== null || child.signalCode !== null;
  const leftBehind = left && leaderEnded ? processesOf(tree.pid, tree.marker).length : 0;
  if (left) {
    signalAll(tree, 'SIGKILL');
    await waitForEnd(tree, 2_000);
  }
  unguard(tree);
  await flushed(child);
  return {
    signal: left ? 'SIGKILL' : 'SIGTERM',
    afterMs: Math.round(performance.now() - begun),
    ...(leftBehind === 0 ? {} : { leftBehind }),
  };
}

async function waitForEnd(tree: Tree, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (alive(tree)) {
    if (performance.now() > until) return true;
    await sleep(25);
  }
  return false;
}

async function flushed(child: ChildProcess): Promise<void> {
  const open = [child.stdout, child.stderr].filter((stream) => stream?.readableEnded === false);
  await Promise.race([Promise.all(open.map((stream) => new Promise((done) => stream?.once('close', done)))), sleep(200)]);
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function alive(tree: Tree): boolean {
  if (process.platform === 'linux') return processesOf(tree.pid, tree.marker).length > 0;
  return send(-tree.pid, 0);
}

function signalAll({ pid, marker }: Tree, signal: NodeJS.Signals): void {
  send(-pid, signal);
  // A process that left the group is ours by its marker. One signal is enough for those inside: some treat a second as an order to drop all.
  for (const other of processesOf(pid, marker)) if (other.group !== pid) send(other.pid, signal);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const guarded = new Set<Tree>();
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function guard(tree: Tree): void {
  if (guarded.size === 0) {
    process.on('exit', killGuarded);
    for (const signal of endings) process.on(signal, endWith);
  }
  guarded.add(tree);
}

function unguard(tree: Tree): void {
  guarded.delete(tree);
  if (guarded.size > 0) return;
  process.off('exit', killGuarded);
  for (const signal of endings) process.off(signal, endWith);
}

function killGuarded(): void {
  for (const tree of guarded) signalAll(tree, 'SIGKILL');
}

// Listening to a signal switches its usual effect off; where nobody else listens, it is brought back.
function endWith(signal: NodeJS.Signals): void {
  killGuarded();
  const alone = process.listenerCount(signal) === 1;
  for (const each of endings) process.off(each, endWith);
  if (alone) process.kill(process.pid, signal);
}
