// A start of the service for one drill: with its environment changed a little, until the drill has what it came for.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillOutcome } from '../../model.ts';
import { type Expectation, isTaken, portOf, portsInUse, waitUntilListening } from './readiness.ts';
import { type Launch, type Service, startService } from './service.ts';

export interface Circumstances {
  readonly launch: Launch;
  readonly waitFor: string | undefined;
  /** For the start. */
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
}
export interface Session {
  readonly url: string;
  readonly service: Service;
}

const graceMs = 2_000;
/** What it says of its start is still on its way. */
const settleMs = 150;

/** Starts the service, hands it over once it listens, stops it. `missing` says why it did not listen; an error of `use` is thrown on. */
export async function withService<T>(
  changes: Readonly<Record<string, string>>,
  { launch, waitFor, limitMs, signal }: Circumstances,
  use: (session: Session) => Promise<T>,
): Promise<DrillOutcome<T>> {
  if (waitFor !== undefined && !(await becomesFree(new URL(waitFor)))) return { missing: 'its port was still taken' };
  const env = { ...launch.env, ...changes };
  const service = await startService({ ...launch, env });
  if ('failed' in service) return { missing: service.failed };
  try {
    const seen = await waitUntilListening(service, expectationOf(waitFor, env), limitMs, signal);
    if (seen.kind === 'exited') return { missing: `it ended with ${seen.code === null ? 'a signal' : `exit code ${seen.code}`}` };
    if (seen.kind === 'timed-out') return { missing: `it did not listen within ${(seen.waitedMs / 1_000).toFixed(1)} s` };
    await sleep(settleMs);
    service.log.phase = 'probes';
    const found = await use({ url: seen.url, service });
    signal?.throwIfAborted();
    return { found };
  } finally {
    await service.stop(graceMs);
  }
}

// A service that is not ready, because its database is away, has started all the same.
function expectationOf(waitFor: string | undefined, env: Launch['env']): Expectation {
  const port = Number(env.PORT);
  return {
    ...(waitFor === undefined ? {} : { waitFor: new URL(waitFor).origin }),
    ...(port > 0 && port < 65_536 ? { port } : {}),
    takenBefore: portsInUse(),
    anyAnswer: true,
  };
}

/** Whether nobody listens there, or nobody does any more after two seconds. */
export async function becomesFree(url: URL): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (!(await isTaken(url.hostname, portOf(url)))) return true;
    await sleep(100);
  }
  return false;
}
