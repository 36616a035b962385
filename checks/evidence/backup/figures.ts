// What came back, against what was expected.
import { z } from 'zod';
import type { RestoreFigures } from '../../model.ts';
import { readHistories } from '../database/history/read.ts';
import type { Ask } from '../database/session.ts';
import { readyParser } from '../migrations/sql/parse.ts';
import { countRows, sequencesBehind, tryInvariants } from './measure.ts';
import type { Needs } from './needs.ts';
import type { BackupRequest } from './request.ts';

interface Restored {
  /** A session on the restored database. */
  readonly ask: Ask;
  readonly engine: string;
  readonly needs: Needs;
  readonly restoreMs: number;
  /** Extensions that only the platform has. */
  readonly leftOut?: readonly string[];
}
type Asked = Pick<BackupRequest, 'expectedRows' | 'expectedExtensions' | 'restoreLimitMs' | 'invariants' | 'sets'>;

// Stood in for, and not of the backup.
const ofPlatform = /^(?:auth|storage|realtime|supabase_migrations|vault|graphql|extensions)\./;

export async function figuresOf(request: Asked, { ask, engine, needs, restoreMs, leftOut = [] }: Restored): Promise<RestoreFigures> {
  await readyParser();
  const counted = await countRows(ask, (name) => !needs.platform || !ofPlatform.test(name));
  const there = new Set(counted.map(({ name }) => name));
  const gone = [...(request.expectedRows ?? [])]
    .filter(([name]) => !there.has(name))
    .map(([name, rows]) => ({ name, rows: 0, expectedRows: rows }));
  const tables = counted.map((table) => {
    const expected = request.expectedRows?.get(table.name);
    return expected === undefined ? table : { ...table, expectedRows: expected };
  });
  const extensions = await readExtensions(ask);
  const extensionsGone = (request.expectedExtensions ?? []).filter(
    (expected) => !leftOut.includes(expected) && !extensions.some(({ name }) => name === expected),
  );
  const migration = await newestMigration(ask, request.sets);
  return {
    engine,
    restoreMs,
    ...(request.restoreLimitMs === undefined ? {} : { limitMs: request.restoreLimitMs }),
    tables: [...tables, ...gone],
    invariants: request.invariants === undefined ? [] : await tryInvariants(ask, request.invariants),
    sequencesBehind: await sequencesBehind(ask),
    ...(migration === undefined ? {} : { migration }),
    rolesNeeded: needs.roles,
    extensions: extensions.map(({ name, version }) => `${name} ${version}`),
    ...(extensionsGone.length === 0 ? {} : { extensionsGone }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
    platformStoodIn: needs.platform,
  };
}

const extensionRow = z.object({ name: z.string(), version: z.string() });

/** But the one that is everywhere. */
export const readExtensions = async (ask: Ask) =>
  z
    .array(extensionRow)
    .parse(
      await ask("select extname::text as name, extversion as version from pg_catalog.pg_extension where extname <> 'plpgsql' order by 1"),
    );

async function newestMigration(ask: Ask, sets: Asked['sets']): Promise<RestoreFigures['migration']> {
  if (sets.length === 0) return undefined;
  const histories = await readHistories(ask, sets);
  if ('missing' in histories) return undefined;
  const kept = histories.found.find(({ table }) => table !== undefined) ?? histories.found[0];
  if (kept === undefined || 'missing' in kept.applied) return undefined;
  const applied = new Set(kept.applied.found.map(({ version }) => version));
  return { restored: kept.files.findLast(({ version }) => applied.has(version))?.version, expected: kept.files.at(-1)?.version };
}
