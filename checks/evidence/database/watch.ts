// Counts a server's connections again and again while something else happens: how many there are at most.
import { z } from 'zod';
import type { ConnectionsUnderLoad, Found } from '../../model.ts';
import { addressOf, reading } from './connect.ts';
import type { Ask } from './session.ts';
import { foreignSessions } from './statistics.ts';

export interface Watch {
  /** What was seen until now; the connection it was seen through is closed. */
  stop(): Promise<Found<ConnectionsUnderLoad>>;
}

// The statistics are kept for the length of a transaction, unless they are asked for anew.
const sql = `
select count(*)::int as open, count(*) filter (where datname = current_database())::int as own from ${foreignSessions}`;
const rowSchema = z.tuple([z.object({ open: z.number(), own: z.number() })]);

/** Begins at once; one connection, read-only, a question every 200 ms. */
export function watchConnections(url: string, everyMs = 200): Watch {
  const address = addressOf(url);
  if ('problem' in address) return { stop: async () => ({ missing: address.problem }) };
  const ended = Promise.withResolvers<void>();
  const seen: { before?: number; most: number; mostOwn: number; samples: number } = { most: 0, mostOwn: 0, samples: 0 };
  const watching = reading(address, async (ask) => {
    for (;;) {
      const { open, own } = await counted(ask);
      seen.before ??= open;
      seen.most = Math.max(seen.most, open);
      seen.mostOwn = Math.max(seen.mostOwn, own);
      seen.samples += 1;
      if (await isOver(ended.promise, everyMs)) return;
    }
  });
  return {
    stop: async () => {
      ended.resolve();
      const done = await watching;
      if ('missing' in done) return done;
      return { found: { before: seen.before ?? 0, most: seen.most, mostToThisDatabase: seen.mostOwn, samples: seen.samples } };
    },
  };
}

async function counted(ask: Ask): Promise<{ readonly open: number; readonly own: number }> {
  await ask('select pg_stat_clear_snapshot()');
  const [row] = rowSchema.parse(await ask(sql));
  return row;
}

async function isOver(ended: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const over = await Promise.race([ended.then(() => true as const), waited]);
  clearTimeout(timer);
  return over;
}
