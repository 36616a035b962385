// Starts and stops the embedded project: a Supabase of this machine, in a thread, its data in a locked folder.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { lockFolder } from './lock.ts';

export const projectSettings = z.object({
  folder: z.string(),
  port: z.number(),
  keys: z.object({
    anonKey: z.string(),
    serviceKey: z.string(),
    keySet: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
    issuer: z.string(),
    signingKey: z.string().optional(),
  }),
});
export type ProjectSettings = z.input<typeof projectSettings>;

const workerMessage = z.union([z.object({ port: z.number() }), z.object({ failed: z.string() })]);
export type WorkerMessage = z.output<typeof workerMessage>;

export interface EmbeddedProject {
  readonly url: string;
  /** Ends its thread at once, as a fault in it would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}
interface RunningWorker {
  readonly worker: Worker;
  readonly port: number;
  readonly exited: Promise<void>;
}
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Resolves when the project answers, and keeps it going until it is stopped. A first start makes the database, which takes a few seconds. */
export async function startProject(settings: ProjectSettings, log: Log): Promise<EmbeddedProject> {
  const release = await lockFolder(settings.folder);
  let stopping = false;
  let running: RunningWorker;
  try {
    running = await startWorker(settings, log);
  } catch (error) {
    await release();
    throw error;
  }
  const { port } = running;
  const supervise = async (): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      await running.exited;
      if (stopping) return;
      log.error('the embedded project has ended: it is started again');
      await sleep(pauseMs);
      const again = await startWorker({ ...settings, port }, log).catch((error: unknown) => log.error({ error }, 'it did not start'));
      if (again === undefined) continue;
      running = again;
      pauseMs = FIRST_PAUSE_MS;
    }
  };
  const ended = supervise().finally(release);
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async () => {
      await running.worker.terminate();
    },
    stop: async () => {
      stopping = true;
      running.worker.postMessage('stop');
      await ended;
    },
  };
}

async function startWorker(settings: ProjectSettings, log: Log): Promise<RunningWorker> {
  const workerData = { ...settings, folder: join(settings.folder, 'postgres') };
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData });
  worker.on('error', (error) => log.error({ error }, 'the embedded project failed'));
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  try {
    return { worker, exited, port: await portFrom(worker, log) };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

async function portFrom(worker: Worker, log: Log): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the embedded project ended before it listened')));
    worker.on('message', (message) => {
      const told = workerMessage.parse(message);
      if ('port' in told) resolve(told.port);
      else log.error({ reason: told.failed }, 'the embedded project could not answer');
    });
  });
}
