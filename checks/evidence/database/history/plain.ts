// Numbered SQL files: many tools keep their history in a table of nearly the same name, and the rows tell whose it is.
import type { AppliedMigration } from '../../../model.ts';
import { compareVersions, lastOf, type RawFile, type RawSet } from '../../migrations/tools/raw-set.ts';
import type { Ask } from '../session.ts';
import { flywayChecksum } from './content.ts';
import { applied, type FoundTable, rowsOf } from './reader.ts';

export const plainTables = [
  'schema_migrations',
  'flyway_schema_history',
  'goose_db_version',
  'gorp_migrations',
  'schema_version',
  'schema_history',
  'migrations',
  '_migrations',
  'db_migrations',
  'applied_migrations',
  'schema_versions',
] as const;
const keys = ['version', 'version_id', 'filename', 'file_name', 'name', 'migration', 'migration_name', 'script', 'id'] as const;

/** What the table says in the words of the files; `fits` counts the files it knows. */
export async function readPlain(
  ask: Ask,
  table: FoundTable,
  set: RawSet,
): Promise<{ readonly applied: readonly AppliedMigration[]; readonly fits: number }> {
  if (table.columns.includes('dirty') && table.columns.includes('version')) return latestOnly(ask, table, set);
  let best: { applied: readonly AppliedMigration[]; fits: number } = { applied: [], fits: -1 };
  for (const key of keys.filter((each) => table.columns.includes(each))) {
    const has = (column: string): string => (table.columns.includes(column) ? column : 'null');
    const columns = { key, success: has('success'), applied: has('is_applied'), checksum: has('checksum'), type: has('type') };
    const rows = (await rowsOf(ask, table, columns)).filter(
      ({ key: value, type }) => value !== null && value !== '0' && type !== 'BASELINE',
    );
    const read = rows.map((row): AppliedMigration => {
      const file = set.files.find((each) => isOf(each, row.key ?? ''));
      const flyway = table.name.endsWith('flyway_schema_history') && file !== undefined && row.checksum !== null;
      const content = !flyway ? 'unknown' : String(flywayChecksum(file.text)) === row.checksum ? 'same' : 'edited';
      const state = row.success === 'false' ? 'failed' : row.applied === 'false' ? 'rolled-back' : 'applied';
      return { version: file?.version ?? row.key ?? '', state, content };
    });
    const fits = read.filter(({ version }) => set.files.some((file) => file.version === version)).length;
    if (fits > best.fits) best = { applied: read, fits };
  }
  return best;
}

/** A version, a file's name with or without its ending, or both parts of it. */
function isOf({ version, name, path }: RawFile, key: string): boolean {
  const file = lastOf(path);
  const bare = file.replace(/(?:\.up)?\.sql$/i, '');
  return [version, file, bare, name].includes(lastOf(key)) || (/^\d+(?:\.\d+)*$/.test(key) && compareVersions(version, key) === 0);
}

/** Only the newest is kept, and whether it broke half-way. */
async function latestOnly(
  ask: Ask,
  table: FoundTable,
  set: RawSet,
): Promise<{ readonly applied: readonly AppliedMigration[]; readonly fits: number }> {
  const [row] = await rowsOf(ask, table, { version: 'version', dirty: 'dirty' });
  const newest = row?.version ?? undefined;
  if (newest === undefined) return { applied: [], fits: 0 };
  const upTo = set.files.filter(({ version }) => compareVersions(version, newest) <= 0);
  const known = upTo.some(({ version }) => compareVersions(version, newest) === 0);
  const all = upTo.map(({ version }) => applied(version));
  const last: AppliedMigration = { ...applied(newest), state: row?.dirty === 'true' ? 'failed' : 'applied' };
  return {
    applied: known
      ? [...all.filter(({ version }) => compareVersions(version, newest) !== 0), { ...last, version: upTo.at(-1)?.version ?? newest }]
      : [...all, last],
    fits: upTo.length,
  };
}
