// One generator against one target, each a process of its own.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inFolder, type Peer, peers } from './peers.ts';
import { spawnOn } from './quiet.ts';
import { type Drive, type Seen, seenSchema } from './seen.ts';
import type { Case, Late } from './truth.ts';

export type Against = Seen & {
  readonly targetLate: Late;
  readonly targetStillMs: number;
  /** From when the target had read a request to when it had written the answer, by its own clock. */
  readonly targetService: Late;
};
type How = Pick<Case, 'behaviour' | 'seconds' | 'connections'> & {
  /** Others too have their code compiled before it counts. */
  readonly allWarm?: true;
  /** Files for every single request, as the target and as our generator saw it. */
  readonly traces?: { readonly target: string; readonly generator: string };
};

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
// Room for what is young: a target that collects garbage is late.
const node = (file: string, ...args: readonly string[]) => [process.execPath, '--max-semi-space-size=64', fileOf(file), ...args];
const figures = z.object({ p50Ms: z.number(), p95Ms: z.number(), p99Ms: z.number() });
const lateness = z.object({ late: figures, service: figures, stoodStillMs: z.number() });
// Connections and compiled code: what a run begins with is not what it measures.
const warmUpSeconds = 4;

/** What a generator says of a case, and how late the target was itself. */
export async function against(name: string, each: How, perSecond: number): Promise<Against> {
  const isOurs = ['open', 'precise', 'bunched'].includes(name);
  const begins = isOurs ? warmUpSeconds : 0;
  const server = spawnOn(
    1,
    node('./target.ts', each.behaviour, String(begins), ...(each.traces === undefined ? [] : [each.traces.target])),
    { whole: false, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let told = '';
  server.stdout?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  try {
    while (!told.includes('\n')) await once(server.stdout ?? server, 'data');
    const how = {
      url: `http://127.0.0.1:${told.trim()}/`,
      perSecond,
      seconds: each.seconds,
      warmUpSeconds: each.allWarm === true ? warmUpSeconds : begins,
      connections: each.connections,
      ...(each.traces !== undefined && { trace: each.traces.generator }),
    };
    const peer = peers.find((one) => one.name === name);
    const seen = peer === undefined ? await byNode(name, how) : await byPeer(peer, how);
    server.kill();
    await once(server, 'close');
    const { late, service, stoodStillMs } = lateness.parse(JSON.parse(told.split('\n')[1] ?? '{}'));
    return { ...seen, targetLate: late, targetStillMs: stoodStillMs, targetService: service };
  } finally {
    server.kill('SIGKILL');
  }
}

async function byNode(name: string, how: Drive): Promise<Seen> {
  return seenSchema.parse(JSON.parse((await output(node('./generators.ts', name, JSON.stringify(how)), false)).stdout));
}

function byPeer(peer: Peer, how: Drive): Promise<Seen> {
  return inFolder(async (folder) => {
    // The shell's own clock has the processor time of what it ran.
    const timed = ['bash', '-c', 'TIMEFORMAT="CPU %U %S"; time "$@"', 'timed', ...peer.command(how, folder)];
    const { stdout, stderr } = await output(timed, true);
    const [, user, system] = /CPU ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
    const seen = peer.read({ stdout, file: `${folder}/out` });
    return { ...seen, cpuMicroseconds: ((Number(user) + Number(system)) * 1e6) / Math.max(1, seen.requests), doubts: [] };
  });
}

async function output(command: readonly string[], whole: boolean): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const child = spawnOn(0, command, { whole, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await once(child, 'close');
  if (stdout === '' && !stderr.includes('CPU ')) throw new Error(`${command.join(' ')}: ${stderr.slice(0, 500)}`);
  return { stdout, stderr };
}
