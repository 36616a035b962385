// Boot evidence: starts the target by its own command, lets it be probed, stops it, and drills it on missing variables.

import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BootEvidence, StartOutcome } from '../model.ts';
import { type BehaviourRequest, drillBehaviour } from './boot/behaviour.ts';
import { type DrillRequest, type DrillResults, patient, runDrills } from './boot/drills.ts';
import { secretsInCommand } from './boot/given-secrets.ts';
import { listeningSockets, processesOf } from './boot/process-tree.ts';
import { type Expectation, freePort, isTaken, portOf, portsInUse, waitUntilListening } from './boot/readiness.ts';
import { recorded } from './boot/record.ts';
import { type Launch, type Service, startService } from './boot/service.ts';
import { readSecrets } from './environment/values.ts';
import { redact } from './secret-shapes.ts';

export interface BootRequest {
  /** Run through the shell, as the user would type it. */
  readonly command: string;
  /** Absolute. */
  readonly cwd: string;
  /** Variables given to the service, over those it inherits from this process. */
  readonly env: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  readonly waitFor?: string;
  readonly waitTimeoutMs?: number;
  /** How long it may take to end by itself once told to. */
  readonly stopTimeoutMs?: number;
  readonly drills: DrillRequest;
  /** Asked for once the probes are over: they tell whom to ask what. */
  readonly behaviour?: () => Promise<BehaviourRequest>;
  /** Called once it listens; it is stopped when this settles. */
  readonly onListening?: (baseUrl: string) => Promise<void>;
  readonly signal?: AbortSignal;
  /** Values never to be shown, by the name to show in their stead. */
  readonly secrets: ReadonlyMap<string, string>;
  /** More of them, which may become known while it runs. */
  readonly tokens?: ReadonlyMap<string, string>;
}

/** For a stop that nobody measures. */
const graceMs = 2_000;
const linesShown = 20;
const settleMs = 200;

/** Starts, probes, stops and drills the service. Rejects with the error of `onListening` or the reason of `signal`, after everything it started is stopped. */
export async function gatherBoot(request: BootRequest): Promise<BootEvidence> {
  const { waitFor, signal } = request;
  const launch = await launchOf(request);
  const command = redact(request.command, launch.secrets);
  const refused = await reasonNotToStart(launch.cwd, waitFor);
  if (refused !== undefined) return unstarted(command, { kind: 'not-started', because: refused });
  const expect = expectationOf(waitFor, launch.env);
  const service = await startService(launch);
  if ('failed' in service) return unstarted(command, { kind: 'not-started', because: service.failed });
  const first = await firstRun(service, request, expect);
  if (first.start.kind !== 'listening') return { ...unstarted(command, first.start), ...first };
  const drills = patient(request.drills, first.start.afterMs);
  const secrets = (): ReadonlyMap<string, string> => new Map([...launch.secrets, ...(launch.tokens ?? [])]);
  const { done, exchanges } = await recorded(secrets, async () => {
    const behaviour = request.behaviour === undefined ? {} : await drillBehaviour(await request.behaviour(), launch, waitFor, signal);
    return { ...behaviour, ...(await drillsOf(launch, drills, waitFor, signal)) };
  });
  return { command, ...first, ...done, ...(exchanges.length === 0 ? {} : { exchanges }) };
}

type FirstRun = Omit<BootEvidence, 'command' | 'exchanges' | 'drills' | 'drillsMissing' | 'nothingRequired' | 'drillsLeftOut'>;

async function firstRun(service: Service, request: BootRequest, expect: Expectation): Promise<FirstRun> {
  const { waitTimeoutMs = 30_000, stopTimeoutMs = 10_000, onListening, signal } = request;
  const { log } = service;
  try {
    const seen = await waitUntilListening(service, expect, waitTimeoutMs, signal);
    if (seen.kind !== 'listening') {
      const own = seen.kind === 'timed-out' ? listeningPorts(service.pid) : [];
      // What it says when it is stopped is no reason for not listening.
      const before = seen.kind === 'timed-out' ? log.last(linesShown) : undefined;
      await service.stop(stopTimeoutMs);
      const elsewhere = own.length === 0 ? {} : { listensOn: own };
      const start: StartOutcome = { ...seen, ...elsewhere, lastLines: before ?? log.last(linesShown) };
      return { start, logLines: log.lines('start'), logLinesTruncated: log.truncated };
    }
    // What it says of its start, or of the last probe, is still on its way.
    await sleep(settleMs);
    log.phase = 'probes';
    await onListening?.(seen.url);
    signal?.throwIfAborted();
    await sleep(settleMs);
    const ended = service.ended();
    log.phase = 'stop';
    const stop = await service.stop(stopTimeoutMs);
    const outcome = ended === undefined ? { stop } : { exitedWhileProbed: { code: ended.code } };
    return { start: seen, logLines: log.lines('start', 'probes', 'stop'), logLinesTruncated: log.truncated, ...outcome };
  } finally {
    await service.stop(graceMs);
  }
}

type DrillPart = DrillResults | Pick<BootEvidence, 'drills' | 'drillsMissing' | 'nothingRequired'>;

async function drillsOf(launch: Launch, drills: DrillRequest, waitFor: string | undefined, signal?: AbortSignal): Promise<DrillPart> {
  if (!drills.enabled) return { drills: [], drillsMissing: 'drills were switched off' };
  if (drills.nothingRequired === true) {
    return { drills: [], nothingRequired: true, drillsMissing: 'every setting that the code reads has a default of its own' };
  }
  if (drills.required.length === 0 && (drills.perhaps ?? []).length === 0) {
    return { drills: [], drillsMissing: 'no required variable of this service is known' };
  }
  drills.onBegin?.();
  return runDrills(launch, drills, waitFor, signal);
}

function unstarted(command: string, start: StartOutcome): BootEvidence {
  const drillsMissing = 'the service does not start even with its whole environment';
  return { command, start, logLines: [], logLinesTruncated: false, drills: [], drillsMissing };
}

const listeningPorts = (pid: number): readonly number[] => [...new Set(listeningSockets(processesOf(pid)).map(({ port }) => port))];

async function reasonNotToStart(cwd: string, waitFor: string | undefined): Promise<string | undefined> {
  const folder = await stat(cwd).catch(() => undefined);
  if (folder?.isDirectory() !== true) return 'the folder to start it in does not exist';
  if (waitFor === undefined) return undefined;
  if (!URL.canParse(waitFor) || !/^https?:/.test(waitFor)) return 'the URL to wait for is no http URL';
  const url = new URL(waitFor);
  if (await isTaken(url.hostname, portOf(url))) return `port ${portOf(url)} is already taken by another process`;
  return undefined;
}

function expectationOf(waitFor: string | undefined, env: Launch['env']): Expectation {
  const port = Number(env.PORT);
  return {
    ...(waitFor === undefined ? {} : { waitFor }),
    ...(port > 0 && port < 65_536 ? { port } : {}),
    takenBefore: portsInUse(),
  };
}

// As it stands in a Procfile, or is typed. Our own settings hold tokens that are no business of the target; what it inherits of the user's holds secrets too.
async function launchOf({ command, cwd, env, secrets, tokens = new Map() }: BootRequest): Promise<Launch> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LAUNCHGATE_'));
  const given = env instanceof Map ? [...env] : Object.entries(env);
  const all = [...inherited, ...given].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const whole = Object.fromEntries(all);
  const found = await readSecrets({ root: cwd, files: 'discover', processEnv: whole });
  const started = command.replace(/^\s*web:\s+/, '');
  // A platform gives the port to such a command.
  if (/\$\{?PORT\b/.test(started) && !(Number(whole.PORT) > 0)) whole.PORT = String(await freePort());
  return { command: started, cwd, env: whole, secrets: new Map([...found, ...secretsInCommand(command), ...secrets]), tokens };
}
