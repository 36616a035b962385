// Redis, where it is configured: what servers side by side count and keep together. It may be away at any time; then each goes on alone.
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';

export interface SharedMemory {
  readonly client: Redis;
  /** False while it cannot be reached: nobody should wait for it then. */
  readonly isUp: () => boolean;
  /** Runs the first with Redis; the second where Redis is away or fails. */
  orAlone<T>(what: string, together: () => Promise<T>, alone: () => T | Promise<T>): Promise<T>;
  close(): void;
}
const COMMAND_LIMIT_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** Connects in the background; the start does not wait for it. */
export function connectRedis(url: string, log: Log, { fallbacks }: Pick<Metrics, 'fallbacks'>): SharedMemory {
  const client = new Redis(url, {
    // A request is not to wait for a Redis that may come back.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_LIMIT_MS,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(attempt, 10)),
    keyPrefix: 'training-plan:',
  });
  let told: 'up' | 'down' | undefined;
  const tell = (state: 'up' | 'down', error?: unknown) => {
    if (told === state) return;
    told = state;
    if (state === 'up') log.info('Redis is there');
    else log.warn({ error }, 'Redis is away: limits and cache are each server’s own meanwhile');
  };
  client.on('ready', () => tell('up'));
  client.on('error', (error: unknown) => tell('down', error));
  client.on('close', () => tell('down'));
  const isUp = () => client.status === 'ready';
  return {
    client,
    isUp,
    orAlone: async (what, together, alone) => {
      if (isUp()) {
        try {
          return await together();
        } catch (error) {
          log.debug({ error, what }, 'Redis did not answer');
        }
      }
      fallbacks.inc({ of: what });
      return alone();
    },
    close: () => client.disconnect(),
  };
}
