// Folders of the JavaScript tools: Prisma, Drizzle, Knex, Kysely, node-pg-migrate, TypeORM, db-migrate.
import { z } from 'zod';
import { embeddedSql } from './embedded-sql.ts';
import { upPart } from './plain-sql.ts';
import { byVersion, firstLine, folderOf, lastOf, type RawFile, type RawSet, type ReadText } from './raw-set.ts';

/** `migrations/<stamp>_<name>/migration.sql` beside a lock file that names PostgreSQL. */
export function prismaSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const locks = paths.filter((path) => lastOf(path) === 'migration_lock.toml');
  return locks.flatMap((lock): readonly RawSet[] => {
    if (!/provider\s*=\s*"(?:postgresql|cockroachdb)"/.test(read(lock) ?? '')) return [];
    const folder = folderOf(lock);
    const own = paths.filter((path) => lastOf(path) === 'migration.sql' && folderOf(folderOf(path)) === folder);
    const files = own.flatMap((path): readonly RawFile[] => {
      const text = read(path);
      const version = lastOf(folderOf(path));
      return text === undefined ? [] : [{ version, name: version.replace(/^\d+_/, ''), path, text, sql: text }];
    });
    return files.length === 0 ? [] : [{ tool: 'prisma', folder, files: files.toSorted(byVersion), passedOver: [], absent: [], heads: [] }];
  });
}

const journalSchema = z.object({
  dialect: z.string(),
  entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })),
});

/** `meta/_journal.json` names the files and their order. */
export function drizzleSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  return paths
    .filter((path) => /(?:^|\/)meta\/_journal\.json$/.test(path))
    .flatMap((journal): readonly RawSet[] => {
      const parsed = journalSchema.safeParse(jsonOf(read(journal)));
      if (!parsed.success || parsed.data.dialect !== 'postgresql') return [];
      const folder = folderOf(folderOf(journal));
      const entries = parsed.data.entries.toSorted((one, other) => one.idx - other.idx);
      const listed = entries.map(({ when, tag }) => ({ when, tag, path: `${folder === '' ? '' : `${folder}/`}${tag}.sql` }));
      const texts = listed.map((each) => ({ ...each, text: read(each.path) }));
      const files = texts.flatMap(({ when, tag, path, text }): readonly RawFile[] =>
        text === undefined ? [] : [{ version: String(when), name: tag, path, text, sql: text }],
      );
      const absent = texts.flatMap(({ tag, text }) => (text === undefined ? [{ version: tag, namedBy: firstLine(journal) }] : []));
      const beside = paths.filter((path) => folderOf(path) === folder && path.endsWith('.sql'));
      const passedOver = beside.filter((path) => !listed.some((each) => each.path === path)).map(firstLine);
      return files.length === 0 && absent.length === 0 ? [] : [{ tool: 'drizzle', folder, files, passedOver, absent, heads: [] }];
    });
}

const stamped = /^(\d{13,17})[_-](.*?)\.(?:[cm]?[jt]s|sql)$/;

/** Stamped modules that speak to Knex or to node-pg-migrate; of the latter, SQL files too. */
export function builderSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const own = paths.filter((path) => /(?:^|\/)[\w-]*migrations?\//i.test(path) && stamped.test(lastOf(path)) && !path.endsWith('.d.ts'));
  return [...Map.groupBy(own, folderOf)].flatMap(([folder, inside]): readonly RawSet[] => {
    const files = inside.flatMap((path): readonly RawFile[] => {
      const [, , name = ''] = stamped.exec(lastOf(path)) ?? [];
      const text = read(path);
      if (text === undefined) return [];
      return [{ version: lastOf(path), name, path, text, ...(path.endsWith('.sql') ? { sql: upPart(text) } : {}) }];
    });
    const modules = files.filter(({ path }) => !path.endsWith('.sql'));
    const tool = toolOf(modules, files);
    if (tool === undefined) return [];
    // node-pg-migrate knows a migration without its ending, Knex with it.
    const known = tool === 'knex' ? modules : files.map((file) => named(tool, file));
    return [{ tool, folder, files: known.toSorted(byVersion), passedOver: [], absent: [], heads: [] }];
  });
}

const onlyPostgres = /\b(?:uuid|jsonb|timestamptz|bytea|(?:big)?serial|tsvector|citext|gen_random_uuid)\b/i;

/** Modules with an `up` that are handed a Kysely, in whatever order their names say; which database, their types tell. */
export function kyselySets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const own = paths.filter((path) => /(?:^|\/)[\w-]*migrations?\/[^/]+\.[cm]?[jt]s$/i.test(path) && !path.endsWith('.d.ts'));
  return [...Map.groupBy(own, folderOf)].flatMap(([folder, inside]): readonly RawSet[] => {
    const files = inside.flatMap((path): readonly RawFile[] => {
      const text = read(path);
      if (text === undefined || !/['"]kysely['"]/.test(text) || !/\bexport\s+(?:async\s+function|const)\s+up\b/.test(text)) return [];
      const version = lastOf(path).replace(/\.\w+$/, '');
      return [{ version, name: version, path, text }];
    });
    if (!files.some(({ text }) => onlyPostgres.test(text))) return [];
    return [{ tool: 'kysely', folder, files: files.toSorted(byVersion), passedOver: [], absent: [], heads: [] }];
  });
}

type Builder = 'knex' | 'node-pg-migrate' | 'typeorm' | 'db-migrate';

/** How the tool knows a migration: TypeORM by its stamp, the others by its name without an ending. */
function named(tool: Builder, file: RawFile): RawFile {
  const version = tool === 'typeorm' ? (/^\d+/.exec(file.version)?.[0] ?? file.version) : file.version.replace(/\.\w+$/, '');
  const sql = tool === 'typeorm' || tool === 'db-migrate' ? embeddedSql(file.text) : undefined;
  return { ...file, version, ...(sql !== undefined && { sql }) };
}

function toolOf(modules: readonly RawFile[], files: readonly RawFile[]): Builder | undefined {
  if (modules.some(({ text }) => /ENGINE\s*=|AUTO_INCREMENT/i.test(text))) return undefined;
  if (modules.some(({ text }) => /\bMigrationInterface\b/.test(text))) return 'typeorm';
  if (modules.some(({ text }) => /exports\.up\b/.test(text) && /\bdb\.(?:runSql|createTable|addColumn|addIndex)\(/.test(text)))
    return 'db-migrate';
  if (modules.some(({ text }) => /\bpgm\b|node-pg-migrate/.test(text))) return 'node-pg-migrate';
  if (modules.some(({ text }) => /\bknex\b/i.test(text))) return 'knex';
  return modules.length === 0 && files.some(({ text }) => /^\s*--\s*up migration/im.test(text)) ? 'node-pg-migrate' : undefined;
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
