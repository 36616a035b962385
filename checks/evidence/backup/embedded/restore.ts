// Restores a plain dump without any server: into an embedded Postgres in a thread of its own, whose limits go with what it found.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Kind } from '../format.ts';
import { needsOf } from '../needs.ts';
import type { Read } from '../plain-text.ts';
import type { BackupRequest } from '../request.ts';
import type { RestoreAnswer, RestoreTask } from './protocol.ts';

const limitMs = 15 * 60_000;
const own = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
const answerSchema = z.custom<RestoreAnswer>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** `plain` is what was read of the dump before. */
export async function restoreEmbedded(request: BackupRequest, kind: Kind, plain: Read): Promise<RestoreAnswer> {
  const { path, expectedRows, expectedExtensions, restoreLimitMs, invariants, sets, signal } = request;
  const task: RestoreTask = {
    path,
    kind,
    needs: needsOf(plain.schema),
    fromMajor: plain.fromMajor,
    asked: {
      sets,
      ...(expectedRows === undefined ? {} : { expectedRows }),
      ...(expectedExtensions === undefined ? {} : { expectedExtensions }),
      ...(restoreLimitMs === undefined ? {} : { restoreLimitMs }),
      ...(invariants === undefined ? {} : { invariants }),
    },
  };
  const worker = new Worker(new URL(own, import.meta.url), { workerData: task });
  const { promise, resolve } = Promise.withResolvers<RestoreAnswer>();
  const giveUp = (because: string) => (): void => resolve({ kind: 'beyond', because });
  const timer = setTimeout(giveUp(`the embedded PostgreSQL took longer than ${limitMs / 60_000} min`), limitMs);
  const interrupted = giveUp('interrupted');
  signal?.addEventListener('abort', interrupted, { once: true });
  worker.once('message', (message: unknown) => resolve(answerSchema.parse(message)));
  worker.once('error', (error: unknown) =>
    giveUp(`the embedded PostgreSQL broke down: ${error instanceof Error ? error.message : error}`)(),
  );
  worker.once('exit', giveUp('the embedded PostgreSQL ended early'));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupted);
    await worker.terminate();
  }
}
