// A thread that is given one task and gives one answer; PostgreSQL in WebAssembly blocks whoever runs it.
import { Worker } from 'node:worker_threads';

export interface Asked<T> {
  readonly worker: URL;
  readonly task: unknown;
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
  readonly parse: (message: unknown) => T;
  /** What is answered where it fell silent, broke down, ended early, or nobody waits any more. */
  readonly instead: (why: 'late' | 'interrupted' | 'ended' | { readonly broke: string }) => T;
}

/** Never rejects for what goes wrong in the thread; it is ended in any case. */
export async function oneAnswer<T>({ worker: at, task, limitMs, signal, parse, instead }: Asked<T>): Promise<T> {
  const worker = new Worker(at, { workerData: task });
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(instead('late')), limitMs);
  const interrupted = (): void => resolve(instead('interrupted'));
  signal?.addEventListener('abort', interrupted, { once: true });
  worker.once('message', (message: unknown) => resolve(parse(message)));
  worker.once('error', (error: unknown) => resolve(instead({ broke: error instanceof Error ? error.message : String(error) })));
  worker.once('exit', () => resolve(instead('ended')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupted);
    await worker.terminate();
  }
}
