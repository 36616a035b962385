// What an audit costs the service that is audited: node bench/probes/run.ts [rounds]. The reference server with its own limits, and of each run of probes:
// requests, time, what the server spent on it and holds after it, and how long a health request beside it took. Linux, for /proc.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalog } from '../../checks/catalog/index.ts';
import { gatherHttp } from '../../checks/evidence/http/gather.ts';
import { type HttpOptions, routeSpec } from '../../checks/evidence/http/options.ts';
import { auth, type Copy, copyServer, routes, startCopy } from '../controls/server.ts';

const rounds = Number(process.argv[2] ?? 3);
/** A tick of the clock that /proc counts in. */
const tickMs = 10;
const middle = (numbers: readonly number[]): number => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
};
const memoryMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

type Chosen = (probe: { readonly kind: string; readonly class: string; readonly dialogue?: string }) => boolean;
const isSlow = ({ dialogue = '' }: Parameters<Chosen>[0]): boolean => ['slow-headers', 'slow-body', 'idle'].includes(dialogue);
const runs: readonly (readonly [name: string, chosen: Chosen])[] = [
  ['passive, no slow ones', (probe) => probe.class === 'passive' && !isSlow(probe)],
  ['all, no slow ones', (probe) => !isSlow(probe)],
  ['all', () => true],
];
const limits = { HEADERS_TIMEOUT_MS: '3000', REQUEST_TIMEOUT_MS: '5000', KEEP_ALIVE_TIMEOUT_MS: '3000' };

function optionsOf(baseUrl: string, chosen: Chosen, copy: Copy): HttpOptions {
  const asked = catalog.filter(({ judge }) => judge.http !== undefined);
  const { jsonPost, ...reads } = routes;
  return {
    baseUrl,
    probes: Object.fromEntries(
      asked.map(({ id, probes = {} }) => [id, Object.fromEntries(Object.entries(probes).filter(([, probe]) => chosen(probe)))]),
    ),
    config: {
      ...auth,
      allowedOrigins: ['http://localhost:8081'],
      signingKey: readFileSync(copy.signingKeyFile, 'utf8'),
      limits: { headersMs: 3_000, bodyMs: 5_000, idleMs: 3_000 },
      routes: {
        ...Object.fromEntries(Object.entries(reads).map(([role, text]) => [role, routeSpec(text)])),
        'json-post': { method: 'POST', ...jsonPost },
      },
    },
  };
}

/** Milliseconds of one health request after the other, until it is told to stop. */
function healthBeside(url: string): () => Promise<readonly number[]> {
  let going = true;
  const times: number[] = [];
  const asking = (async () => {
    while (going) {
      const began = performance.now();
      await fetch(`${url}/healthz`).then((answer) => answer.text());
      times.push(performance.now() - began);
      await sleep(20);
    }
  })();
  return async () => {
    going = false;
    await asking;
    return times;
  };
}

async function measured(copy: Copy, chosen: Chosen) {
  const { url, pid, stop } = await startCopy(copy, limits);
  try {
    const quiet = healthBeside(url);
    await sleep(2_000);
    const before = { healthMs: middle(await quiet()), cpu: cpuMs(pid), memory: memoryMb(pid) };
    const beside = healthBeside(url);
    const began = performance.now();
    const gathered = await gatherHttp(optionsOf(url, chosen, copy));
    const tookMs = performance.now() - began;
    const times = await beside();
    if ('missing' in gathered) throw new Error(gathered.missing);
    await sleep(1_000);
    const { requestsSent, waitedMs } = gathered.found;
    const longestMs = Math.max(...times);
    const after = { cpu: cpuMs(pid) - before.cpu, memory: memoryMb(pid) - before.memory };
    return { requestsSent, tookMs, waitedMs, ...after, quietMs: before.healthMs, besideMs: middle(times), longestMs };
  } finally {
    await stop();
  }
}

const scratch = await mkdtemp(join(tmpdir(), 'launchgate-probes-'));
try {
  const copy = await copyServer(scratch);
  console.log('| probes | requests | time | waited | CPU of the server | memory after it | health, quiet | health beside it | longest |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [name, chosen] of runs) {
    const seen = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await measured(copy, chosen));
    const [requests, took, waited] = [
      middle(seen.map((each) => each.requestsSent)),
      middle(seen.map((each) => each.tookMs)),
      middle(seen.map((each) => each.waitedMs)),
    ];
    const [cpu, memory] = [middle(seen.map((each) => each.cpu)), middle(seen.map((each) => each.memory))];
    const [quiet, beside, longest] = [
      middle(seen.map((each) => each.quietMs)),
      middle(seen.map((each) => each.besideMs)),
      middle(seen.map((each) => each.longestMs)),
    ];
    const s = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
    console.log(
      `| ${name} | ${requests} | ${s(took)} | ${s(waited)} | ${s(cpu)} | ${memory >= 0 ? '+' : ''}${memory.toFixed(0)} MiB | ${quiet.toFixed(1)} ms | ${beside.toFixed(1)} ms | ${longest.toFixed(0)} ms |`,
    );
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
