// Extensions that the embedded Postgres brings.
import type { Extension } from '@electric-sql/pglite';

const contrib = [
  'amcheck',
  'bloom',
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'dict_int',
  'dict_xsyn',
  'earthdistance',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'isn',
  'lo',
  'ltree',
  'moddatetime',
  'pg_trgm',
  'pgcrypto',
  'seg',
  'tablefunc',
  'tcn',
  'tsm_system_rows',
  'tsm_system_time',
  'unaccent',
];

/** Those of the names that there are; what is not among them fails where it is created. */
export async function bundled(names: readonly string[]): Promise<Record<string, Extension>> {
  const found: Record<string, Extension> = {};
  for (const name of names) {
    const file = name === 'uuid-ossp' ? 'uuid_ossp' : contrib.find((each) => each === name);
    if (file === undefined) continue;
    const module: Record<string, Extension> = await import(`@electric-sql/pglite/contrib/${file}`);
    const extension = module[file];
    if (extension !== undefined) found[file] = extension;
  }
  return found;
}
