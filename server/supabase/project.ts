// Starts and stops the embedded project: a Supabase of this machine, in a thread, its data in a locked folder.
import { join } from 'node:path';
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
  stop(): Promise<void>;
}

/** Resolves when the project answers. A first start makes the database, which takes a few seconds. */
export async function startProject(settings: ProjectSettings, log: Log): Promise<EmbeddedProject> {
  const release = await lockFolder(settings.folder);
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { ...settings, folder: join(settings.folder, 'postgres') },
  });
  worker.on('error', (error) => log.error({ error }, 'the embedded project failed'));
  const exited = new Promise<void>((resolve) => worker.once('exit', () => release().then(resolve, resolve)));
  try {
    const port = await portFrom(worker, log);
    return {
      url: `http://127.0.0.1:${port}`,
      stop: async () => {
        worker.postMessage('stop');
        await exited;
      },
    };
  } catch (error) {
    await worker.terminate();
    await exited;
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
