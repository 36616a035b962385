// Which folders of a checkout hold the history of a PostgreSQL schema, and whose they are.
import { listFiles } from '../code/files.ts';
import { isForPostgres } from './python/which-database.ts';
import { readBounded } from './read-bounded.ts';
import { builderSets, drizzleSets, kyselySets, prismaSets } from './tools/javascript.ts';
import { plainSqlSets, supabaseSets } from './tools/plain-sql.ts';
import { alembicSets, djangoSets } from './tools/python.ts';
import type { RawSet, ReadText } from './tools/raw-set.ts';

export interface Discovered {
  readonly sets: readonly RawSet[];
  /** Major version of PostgreSQL stated nearest to a folder. */
  readonly statedMajor: (folder: string) => number | undefined;
  /** Schemas that the nearest Supabase configuration serves to clients. */
  readonly servedSchemas: (folder: string) => string | undefined;
  /** Whether what names no database in its migrations, as Alembic and Django do, is for PostgreSQL; undefined where nothing says. */
  readonly isForPostgres: () => boolean | undefined;
  /** Every file that was asked for until now, there or not. */
  readonly asked: ReadonlySet<string>;
}

// What tests and documentation hold is not what is deployed.
const notDeployed = /(?:^|\/)(?:tests?|__tests__|fixtures?|examples?|templates?|docs?|benchmarks?|samples?)\//i;

/** `files` are all paths of the checkout, where they are known already. Looks by names alone, and reads only what they point at. */
export function discoverMigrations(root: string, files: ReadonlySet<string> = listFiles(root).all): Discovered {
  const paths = [...files].filter((path) => !notDeployed.test(path)).toSorted();
  const asked = new Set<string>();
  const read: ReadText = (path) => {
    asked.add(path);
    return readBounded(root, path);
  };
  const sets: RawSet[] = [];
  const taken = new Set<string>();
  // The most telling signs first: a folder has one owner.
  for (const find of [supabaseSets, prismaSets, drizzleSets, builderSets, kyselySets, alembicSets, djangoSets, plainSqlSets]) {
    for (const set of find(paths, read)) {
      if (taken.has(set.folder)) continue;
      taken.add(set.folder);
      sets.push(set);
    }
  }
  return {
    sets,
    statedMajor: (folder) => statedMajor(paths, folder, read),
    servedSchemas: (folder) => servedSchemas(paths, folder, read),
    isForPostgres: () => isForPostgres(paths, read),
    asked,
  };
}

function statedMajor(paths: readonly string[], folder: string, read: ReadText): number | undefined {
  const near = (path: string): number => commonLength(path, folder);
  const configs = paths.filter((path) => /(?:^|\/)supabase\/config\.toml$/.test(path)).toSorted((one, other) => near(other) - near(one));
  for (const path of configs) {
    const major = /^\s*major_version\s*=\s*(\d+)/m.exec(read(path) ?? '')?.[1];
    if (major !== undefined) return Number(major);
  }
  const composed = paths
    .filter((path) => /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path))
    .toSorted((one, other) => near(other) - near(one));
  for (const path of composed) {
    const major = /\bimage:\s*["']?(?:[\w./-]*\/)?(?:postgres|postgis|pgvector|timescaledb)(?:-\w+)?:(?:pg)?(\d+)/.exec(
      read(path) ?? '',
    )?.[1];
    if (major !== undefined) return Number(major);
  }
  return undefined;
}

function servedSchemas(paths: readonly string[], folder: string, read: ReadText): string | undefined {
  const config = paths.find((path) => path === folder.replace(/(^|\/)migrations$/, '$1config.toml'));
  const [, api = ''] = /^\s*\[api\]\s*$([\s\S]*?)(?=^\s*\[|$(?![\s\S]))/m.exec(config === undefined ? '' : (read(config) ?? '')) ?? [];
  const [, list] = /^\s*schemas\s*=\s*\[([^\]]*)\]/m.exec(api) ?? [];
  const names = [...(list ?? '').matchAll(/["'](\w+)["']/g)].map(([, name = '']) => name);
  return names.length === 0 ? undefined : names.join(', ');
}

function commonLength(one: string, other: string): number {
  const [first, second] = [one.split('/'), other.split('/')];
  const at = first.findIndex((part, index) => part !== second[index]);
  return at === -1 ? first.length : at;
}
