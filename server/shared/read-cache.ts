// What is read often and changes seldom, kept for a moment; dropped when it is written. Shared through Redis, or each server's own.
import type { SharedMemory } from './redis.ts';

export interface ReadCache {
  get(key: string): Promise<string | undefined> | string | undefined;
  set(key: string, value: string): Promise<void> | void;
  drop(...keys: readonly string[]): Promise<void> | void;
}
const MOST_KEPT = 5_000;

/** What is read of a user's playbook. */
export const playbookKey = (userId: string): string => `playbook:${userId}`;
export const playbookStatsKey = (userId: string): string => `playbook-stats:${userId}`;

/** Nothing is kept longer than `forMs`, which bounds how old an answer can be after a write that somebody else made. */
export function readCache(forMs: number, shared: SharedMemory | undefined): ReadCache {
  return shared === undefined ? ownCache(forMs) : sharedCache(forMs, shared);
}

function ownCache(forMs: number): ReadCache {
  const kept = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    get: (key) => {
      const entry = kept.get(key);
      if (entry === undefined || entry.until > performance.now()) return entry?.value;
      kept.delete(key);
      return undefined;
    },
    set: (key, value) => {
      const oldest = kept.keys().next();
      if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value);
      kept.set(key, { value, until: performance.now() + forMs });
    },
    drop: (...keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

/** While Redis is away nothing is kept: what one server keeps by itself, another could not drop. */
function sharedCache(forMs: number, { client, orAlone }: SharedMemory): ReadCache {
  return {
    get: (key) =>
      orAlone(
        'cache',
        async () => (await client.get(`read:${key}`)) ?? undefined,
        () => undefined,
      ),
    set: (key, value) =>
      orAlone(
        'cache',
        async () => void (await client.set(`read:${key}`, value, 'PX', forMs)),
        () => undefined,
      ),
    drop: (...keys) =>
      orAlone(
        'cache',
        async () => void (await client.del(keys.map((key) => `read:${key}`))),
        () => undefined,
      ),
  };
}
