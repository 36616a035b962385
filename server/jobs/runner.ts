// Works off the queue, one job at a time, beside the requests.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Job, JobQueue } from './queue.ts';

export type Work = (job: Job, signal: AbortSignal) => Promise<void>;
export interface Runner {
  /** Looks for work now instead of in a moment. */
  hurry(): void;
  /** Takes no new job and resolves when the one under way is done. */
  stop(): Promise<void>;
}
const IDLE_MS = 1_000;
const LONGEST_IDLE_MS = 15_000;
const JOB_LIMIT_MS = 15_000;

export function runJobs(queue: JobQueue, works: Readonly<Record<string, Work>>, log: Log, metrics: Pick<Metrics, 'jobs'>): Runner {
  let stopped = false;
  let wake = new AbortController();
  const run = async () => {
    for (let idleMs = IDLE_MS; !stopped; ) {
      const outcome = await workOnce(queue, works, log, metrics);
      if (outcome === 'worked') continue;
      // A database that does not answer is asked less and less often.
      idleMs = outcome === 'idle' ? IDLE_MS : Math.min(LONGEST_IDLE_MS, idleMs * 2);
      if (!stopped) await sleep(idleMs, undefined, { signal: wake.signal }).catch(() => undefined);
      wake = new AbortController();
    }
  };
  const running = run();
  return {
    hurry: () => wake.abort(),
    stop: () => {
      stopped = true;
      wake.abort();
      return running;
    },
  };
}

async function workOnce(
  queue: JobQueue,
  works: Readonly<Record<string, Work>>,
  log: Log,
  { jobs }: Pick<Metrics, 'jobs'>,
): Promise<'worked' | 'idle' | 'unreachable'> {
  const job = await queue.claim().catch((error: unknown) => {
    log.warn({ error }, 'the job queue does not answer');
    return 'unreachable' as const;
  });
  if (job === undefined) return 'idle';
  if (job === 'unreachable') return job;
  try {
    const work = works[job.kind];
    if (work === undefined) throw new Error('nobody here knows this kind of job');
    await work(job, AbortSignal.timeout(JOB_LIMIT_MS));
    await queue.finish(job);
    jobs.inc({ kind: job.kind, outcome: 'done' });
    log.debug({ kind: job.kind, attempts: job.attempts }, 'job done');
  } catch (error) {
    const next = await queue.fail(job).catch(() => 'lost' as const);
    jobs.inc({ kind: job.kind, outcome: next });
    log[next === 'dead' ? 'error' : 'warn']({ error, kind: job.kind, attempts: job.attempts, next }, 'job failed');
  }
  return 'worked';
}
