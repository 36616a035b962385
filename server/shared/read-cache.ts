// What is read often and changes seldom, kept for a moment; dropped when it is written. Shared through Redis, or each server's own.
import { hash } from 'node:crypto';
import type { SharedMemory } from './redis.ts';

/** An answer as it is sent, and what tells it from another (RFC 9110, 8.8.3). */
export interface Kept {
  readonly text: string;
  readonly etag: string;
}
export const keptOf = (text: string): Kept => ({ text, etag: etagOf(text) });
export const etagOf = (text: string): string => `"${hash('sha1', text, 'base64url')}"`;

export interface ReadCache {
  /** What is kept, at once where it is our own memory; else what is made, which is kept unless it is undefined. Who asks while it is made waits for the same. */
  get(key: string, make: () => Promise<Kept | undefined>): Promise<Kept | undefined> | Kept;
  drop(...keys: readonly string[]): Promise<void>;
}
interface Memory {
  get(key: string): Promise<Kept | undefined> | Kept | undefined;
  set(key: string, value: Kept): Promise<void> | void;
  drop(...keys: readonly string[]): Promise<void> | void;
}
const MOST_KEPT = 5_000;
/** In Redis a dropped key is held for a moment: another server may be about to keep what it read before the write. */
const DROPPED = '';
const OLD_READS_MS = 10_000;

/** What is read of a user's playbook. */
export const playbookKey = (userId: string): string => `playbook:${userId}`;
export const playbookStatsKey = (userId: string): string => `playbook-stats:${userId}`;

/** Nothing is kept longer than `forMs`, which bounds how old an answer can be after a write that somebody else made. */
export function readCache(forMs: number, shared: SharedMemory | undefined): ReadCache {
  const memory = shared === undefined ? ownMemory(forMs) : sharedMemory(forMs, shared);
  const making = new Map<string, Promise<Kept | undefined>>();
  const madeOrKnown = async (looked: ReturnType<Memory['get']>, key: string, make: () => Promise<Kept | undefined>) => {
    const known = await looked;
    if (known !== undefined) return known;
    const other = making.get(key);
    const theirs = other === undefined ? undefined : await other.catch(() => undefined);
    if (theirs !== undefined) return theirs;
    const mine = make();
    making.set(key, mine);
    try {
      const made = await mine;
      // Not what was read before a write and would be kept after it.
      if (made !== undefined && making.get(key) === mine) await memory.set(key, made);
      return made;
    } finally {
      if (making.get(key) === mine) making.delete(key);
    }
  };
  return {
    get: (key, make) => {
      const known = memory.get(key);
      return known === undefined || known instanceof Promise ? madeOrKnown(known, key, make) : known;
    },
    drop: async (...keys) => {
      for (const key of keys) making.delete(key);
      await memory.drop(...keys);
    },
  };
}

function ownMemory(forMs: number): Memory {
  const kept = new Map<string, { readonly value: Kept; readonly until: number }>();
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
function sharedMemory(forMs: number, { client, orAlone }: SharedMemory): Memory {
  return {
    get: (key) =>
      orAlone(
        'cache',
        async () => {
          const text = await client.get(`read:${key}`);
          return text === null || text === DROPPED ? undefined : keptOf(text);
        },
        () => undefined,
      ),
    set: (key, { text }) =>
      orAlone(
        'cache',
        async () => void (await client.set(`read:${key}`, text, 'PX', forMs, 'NX')),
        () => undefined,
      ),
    drop: (...keys) =>
      orAlone(
        'cache',
        async () => void (await Promise.all(keys.map((key) => client.set(`read:${key}`, DROPPED, 'PX', OLD_READS_MS)))),
        () => undefined,
      ),
  };
}
