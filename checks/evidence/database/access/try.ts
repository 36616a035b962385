// Tries it: as nobody, as the user whose the row is, as another user; everything is undone.
import { z } from 'zod';
import type { AccessMatrix, Catalogue, Deeds, Found, Relation, TableAccess } from '../../../model.ts';
import { readyParser } from '../../migrations/sql/parse.ts';
import { type Ask, messageOf, stateOf } from '../session.ts';
import { columnsOf } from './columns.ts';
import { ownerColumns } from './owners.ts';
import { makeRows, quote, type Row, type Table, users } from './rows.ts';

const none: Deeds = { select: false, insert: false, update: false, delete: false };

// Of hundreds of tables, those that there is time for are better than none.
const limitMs = 45_000;

/** On a database that is thrown away, as its superuser: rows are made and taken away again. What is not reached in time is said of each table. */
export async function tryAccess(ask: Ask, catalogue: Catalogue, within = limitMs): Promise<Found<AccessMatrix>> {
  const until = performance.now() + within;
  if (!catalogue.hasRequestRoles) return { missing: 'it has no roles anon and authenticated to try it as' };
  await readyParser();
  const relations = catalogue.relations.filter(isTried(catalogue));
  try {
    await ask('begin');
    await ask('set local session_replication_role = replica');
    await ask("select set_config('search_path', 'public, extensions', true)");
    const tables = await tablesOf(ask, catalogue);
    const rows = await makeRows(saving(ask), tables);
    const found: TableAccess[] = [];
    for (const relation of relations) {
      const name = `${relation.schema}.${relation.name}`;
      const table = tables.find((each) => each.name === name);
      const own = rows.get(name);
      if (table === undefined) continue;
      const late = performance.now() > until ? { because: `the time for ${relations.length} tables ran out` } : undefined;
      found.push(
        await accessTo(ask, { relation, table, own: late ?? own ?? { because: 'it was not reached' }, owner: ownerOf(table, tables) }),
      );
    }
    return { found: { tables: found } };
  } catch (error) {
    return { missing: `who may do what could not be tried: ${messageOf(error)}` };
  } finally {
    await ask('rollback').catch(() => undefined);
  }
}

const isTried =
  ({ exposedSchemas }: Catalogue) =>
  ({ schema, kind, ofExtension }: Relation): boolean =>
    exposedSchemas.includes(schema) &&
    !/^(?:auth|storage|realtime|graphql|graphql_public|extensions|vault)$/.test(schema) &&
    !ofExtension &&
    (kind === 'table' || kind === 'partitioned-table');

async function tablesOf(ask: Ask, catalogue: Catalogue): Promise<readonly Table[]> {
  const tables: Table[] = [];
  const inReach = catalogue.relations.filter(({ kind, ofExtension }) => (kind === 'table' || kind === 'partitioned-table') && !ofExtension);
  for (const { schema, name } of inReach) {
    const quoted = `${quote(schema)}.${quote(name)}`;
    const columns = await columnsOf(ask, quoted);
    const policies = catalogue.policies.filter((policy) => policy.schema === schema && policy.table === name);
    const isUsers = schema === 'auth' && name === 'users';
    tables.push({
      name: `${schema}.${name}`,
      quoted,
      columns,
      owners: isUsers ? ['id'] : ownerColumns(`${schema}.${name}`, columns, policies),
    });
  }
  return tables;
}

/** The column that makes a row somebody's: it names a user, or points at a row that is somebody's. */
function ownerOf(table: Table, tables: readonly Table[], above: readonly string[] = []): string | undefined {
  const [own] = table.owners;
  if (own !== undefined || above.includes(table.name)) return own;
  return table.columns.find(({ pointsAt }) => {
    const parent = tables.find(({ name }) => name === pointsAt?.table);
    return parent !== undefined && ownerOf(parent, tables, [...above, table.name]) !== undefined;
  })?.name;
}

/** One refused question spoils no other. */
function saving(ask: Ask): Ask {
  return async (sql, values) => {
    await ask('savepoint tried');
    try {
      const rows = await ask(sql, values);
      await ask('release savepoint tried');
      return rows;
    } catch (error) {
      await ask('rollback to savepoint tried');
      throw error;
    }
  };
}

interface Trial {
  readonly relation: Relation;
  readonly table: Table;
  readonly own: readonly [Row, Row] | { readonly because: string };
  readonly owner: string | undefined;
}

async function accessTo(ask: Ask, { relation, table, own, owner }: Trial): Promise<TableAccess> {
  const base = { table: table.name, ...(owner === undefined ? {} : { owner }) };
  const granted = relation.grants.anon.length + relation.grants.authenticated.length > 0;
  if (!granted) return { ...base, anon: none, own: none, others: none };
  if ('because' in own) return { ...base, notTried: own.because, anon: none, own: none, others: none };
  const [row] = own;
  return {
    ...base,
    anon: await deedsOf(ask, table, { row, as: undefined }),
    own: await deedsOf(ask, table, { row, as: users[0] }),
    others: await deedsOf(ask, table, { row, as: users[1] }),
  };
}

interface Coming {
  readonly row: Row;
  /** Undefined for who is not signed in. */
  readonly as: string | undefined;
}

async function deedsOf(ask: Ask, table: Table, coming: Coming): Promise<Deeds> {
  const { quoted } = table;
  const role = coming.as === undefined ? 'anon' : 'authenticated';
  const keep = `delete from ${quoted} own where to_jsonb(own) <> $1::jsonb`;
  const remaining: Before = [keep, [JSON.stringify(coming.row)]];
  const may = await columnsFor(ask, quoted, role);
  const settable = table.columns.find(({ name, generated }) => !generated && may.update.includes(name))?.name;
  const insertable = table.columns.filter(({ name, generated }) => !generated && may.insert.includes(name)).map(({ name }) => quote(name));
  const inTheirName = table.owners.every((owner) => may.insert.includes(owner));
  const record = `jsonb_populate_record(null::${quoted}, '${JSON.stringify(coming.row).replaceAll("'", "''")}'::jsonb) r`;
  const update = `update ${quoted} set ${quote(settable ?? '')} = (select r.${quote(settable ?? '')} from ${record}) returning 1 as one`;
  const insert = `insert into ${quoted} (${insertable.join(', ')}) overriding system value select ${insertable.map((name) => `r.${name}`).join(', ')} from ${record}`;
  const attempt = (sql: string, before = remaining): Promise<boolean> => attempted(ask, sql, { before, role, as: coming.as });
  return {
    select: await attempt(`select 1 as one from ${quoted} limit 1`),
    insert:
      insertable.length > 0 &&
      inTheirName &&
      (await attempt(`with done as (${insert} returning 1) select 1 as one`, [`delete from ${quoted}`, []])),
    update: settable !== undefined && (await attempt(update)),
    delete: await attempt(`delete from ${quoted} returning 1 as one`),
  };
}

const privilegeSql = (privilege: string): string => `
  (select coalesce(json_agg(a.attname), '[]') from pg_catalog.pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0
    and not a.attisdropped and has_column_privilege($2, a.attrelid, a.attnum, '${privilege}'))`;

async function columnsFor(ask: Ask, quoted: string, role: string) {
  const rows = await ask(`select ${privilegeSql('UPDATE')} as update, ${privilegeSql('INSERT')} as insert`, [quoted, role]);
  const [row] = z.tuple([z.object({ update: z.array(z.string()), insert: z.array(z.string()) })]).parse(rows);
  return row;
}

type Before = readonly [sql: string, values: readonly unknown[]];
interface Attempt {
  readonly before: Before;
  readonly role: string;
  readonly as: string | undefined;
}

/** Whether the role did it to a row; a constraint that stops it later does so after its rights did not. */
async function attempted(ask: Ask, sql: string, { before, role, as }: Attempt): Promise<boolean> {
  const claims =
    as === undefined ? { role } : { sub: as, role, aud: 'authenticated', email: `${as}@a.example`, app_metadata: {}, user_metadata: {} };
  await ask('savepoint attempt');
  try {
    await ask(before[0], before[1]);
    await ask('set local session_replication_role = origin');
    await ask("select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true)", [
      JSON.stringify(claims),
      as ?? '',
    ]);
    await ask(`set local role ${role}`);
    return (await ask(sql)).length > 0;
  } catch (error) {
    return /^23/.test(stateOf(error) ?? '');
  } finally {
    await ask('rollback to savepoint attempt');
    await ask('release savepoint attempt');
  }
}
