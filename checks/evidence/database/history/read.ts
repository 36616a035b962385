// Holds each set of migrations against what the database says it has.
import type { AppliedMigration, Found, MigrationHistory } from '../../../model.ts';
import { readyParser } from '../../migrations/sql/parse.ts';
import { firstLine, type RawSet } from '../../migrations/tools/raw-set.ts';
import { type Ask, messageOf } from '../session.ts';
import { plainTables, readPlain } from './plain.ts';
import { type FoundTable, tablesNamed } from './reader.ts';
import { supabaseTool, tools } from './tools.ts';

/** One history for each set that has files. */
export async function readHistories(ask: Ask, sets: readonly RawSet[]): Promise<Found<readonly MigrationHistory[]>> {
  await readyParser();
  const found: MigrationHistory[] = [];
  for (const set of sets) {
    if (set.files.length === 0) continue;
    const files = set.files.map(({ version, name, path }) => ({ version, name, place: firstLine(path) }));
    const base = { tool: set.tool, folder: set.folder, files };
    try {
      const kept = set.tool === 'sql' ? await plainHistory(ask, set) : await toolHistory(ask, set, tools[set.tool]);
      found.push({ ...base, ...(kept ?? { applied: { found: [] } }) });
    } catch (error) {
      found.push({ ...base, applied: { missing: `what was applied could not be read: ${messageOf(error)}` } });
    }
  }
  return { found };
}

type Kept = Pick<MigrationHistory, 'table' | 'applied'>;

async function toolHistory(ask: Ask, set: RawSet, tool: (typeof tools)[keyof typeof tools]): Promise<Kept | undefined> {
  const [table] = await tablesNamed(ask, tool.tables, tool.schema);
  if (table === undefined) return undefined;
  return { table: table.name, applied: table.readable ? { found: await tool.read(ask, table, set) } : unreadable(table) };
}

const unreadable = ({ name }: FoundTable): Found<readonly AppliedMigration[]> => ({ missing: `the user has no right to read ${name}` });

/** Of the tables that could be it, the one that knows most of the files. */
async function plainHistory(ask: Ask, set: RawSet): Promise<Kept | undefined> {
  const ofSupabase = await toolHistory(ask, set, supabaseTool);
  if (ofSupabase !== undefined && knows(ofSupabase.applied, set)) return ofSupabase;
  const tables = await tablesNamed(ask, plainTables);
  let best: (Kept & { readonly fits: number }) | undefined;
  for (const table of tables) {
    const read = table.readable ? await readPlain(ask, table, set) : undefined;
    const fits = read?.fits ?? 0;
    if (best === undefined || fits > best.fits) {
      best = { table: table.name, fits, applied: read === undefined ? unreadable(table) : { found: read.applied } };
    }
  }
  if (best === undefined) return ofSupabase;
  const { fits: _, ...kept } = best;
  return kept;
}

const knows = (applied: Kept['applied'], { files }: RawSet): boolean =>
  'found' in applied && applied.found.some(({ version }) => files.some((file) => file.version === version));
