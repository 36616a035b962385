// Reads a schema from the system catalogues, whichever engine answers.
import { z } from 'zod';
import type { Catalogue, Found } from '../../../model.ts';
import { type Ask, messageOf } from '../session.ts';
import * as queries from './queries.ts';

export interface CatalogueRead {
  readonly catalogue: Found<Catalogue>;
  readonly notSeen: readonly string[];
}

/** `missing` where a question failed, or came back without the row that is always there. */
export async function readCatalogue(ask: Ask): Promise<CatalogueRead> {
  try {
    const buckets = await readBuckets(ask);
    const catalogue = { ...(await readSchema(ask)), ...(buckets.found === undefined ? {} : { publicBuckets: buckets.found }) };
    return { catalogue: { found: catalogue }, notSeen: buckets.notSeen };
  } catch (error) {
    return { catalogue: { missing: `the system catalogues could not be read: ${messageOf(error)}` }, notSeen: [] };
  }
}

async function readSchema(ask: Ask): Promise<Catalogue> {
  const [project] = z.tuple([projectRow]).parse(await ask(queries.project));
  return {
    serverVersion: project.version,
    exposedSchemas: schemaList(project.exposed),
    hasRequestRoles: project.request_roles > 0,
    supabase: project.supabase,
    relations: withoutCanary(z.array(relationRow).parse(await ask(queries.relations)), 'pg_class'),
    policies: await counted(z.array(policyRow).parse(await ask(queries.policies)), ask(queries.policyCount), 'policies'),
    functions: withoutCanary(z.array(functionRow).parse(await ask(queries.functions)), 'version'),
    indexes: withoutCanary(z.array(indexRow).parse(await ask(queries.indexes)), 'pg_class_oid_index'),
    foreignKeys: await counted(z.array(foreignKeyRow).parse(await ask(queries.foreignKeys)), ask(queries.foreignKeyCount), 'keys'),
    extensions: z
      .array(extensionRow)
      .min(1, 'plpgsql, which is always there, was not seen')
      .parse(await ask(queries.extensions)),
  };
}

// What is always there stands for the rest: a question that finds nothing at all found nothing out.
function withoutCanary<T extends { readonly schema: string; readonly name: string }>(rows: readonly T[], canary: string): readonly T[] {
  const others = rows.filter(({ schema, name }) => schema !== 'pg_catalog' || name !== canary);
  if (others.length === rows.length) throw new Error(`pg_catalog.${canary}, which is always there, was not seen`);
  return others;
}

async function counted<T>(rows: readonly T[], asked: Promise<readonly unknown[]>, what: 'policies' | 'keys'): Promise<readonly T[]> {
  const [count] = z.tuple([z.looseObject({ [what]: z.number() })]).parse(await asked);
  if (count[what] !== rows.length) throw new Error(`${rows.length} of ${count[what]} ${what} were seen`);
  return rows;
}

async function readBuckets(ask: Ask): Promise<{ readonly found?: readonly string[]; readonly notSeen: readonly string[] }> {
  const [table] = z.tuple([z.object({ there: z.boolean() })]).parse(await ask(queries.bucketsTable));
  if (!table.there) return { notSeen: [] };
  try {
    const rows = z.array(z.object({ id: z.string() })).parse(await ask(queries.publicBuckets));
    return { found: rows.map(({ id }) => id), notSeen: [] };
  } catch (error) {
    return { notSeen: [`whether storage buckets are public: ${messageOf(error)}`] };
  }
}

const schemaList = (text: string): readonly string[] =>
  text
    .replaceAll(/["']/g, '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const projectRow = z.object({ version: z.number(), request_roles: z.number(), supabase: z.boolean(), exposed: z.string() });

const kinds = { r: 'table', p: 'partitioned-table', v: 'view', m: 'materialized-view', f: 'foreign-table' } as const;
const privileges = z.array(z.string());
const relationRow = z
  .object({
    schema: z.string(),
    name: z.string(),
    kind: z.enum(['r', 'p', 'v', 'm', 'f']).transform((letter) => kinds[letter]),
    row_security: z.boolean(),
    forced: z.boolean(),
    security_invoker: z.boolean(),
    owner_bypasses: z.boolean(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    has_primary_key: z.boolean(),
    grants: z.object({ anon: privileges.default([]), authenticated: privileges.default([]) }),
    reads: z.array(z.string()),
    of_extension: z.boolean(),
    rows: z.number(),
    bytes: z.number(),
    sequential_scans: z.number(),
    sequential_rows: z.number(),
    index_scans: z.number(),
    dead_rows: z.number(),
    live_rows: z.number(),
    changes: z.number(),
    ever_vacuumed: z.boolean(),
  })
  .transform((row) => ({
    schema: row.schema,
    name: row.name,
    kind: row.kind,
    rowSecurity: row.row_security,
    securityInvoker: row.security_invoker,
    ownerBypasses: row.owner_bypasses,
    rowSecurityForced: row.forced,
    columns: row.columns,
    hasPrimaryKey: row.has_primary_key,
    grants: row.grants,
    reads: row.reads,
    ofExtension: row.of_extension,
    rows: row.rows,
    bytes: row.bytes,
    sequentialScans: row.sequential_scans,
    sequentialRows: row.sequential_rows,
    indexScans: row.index_scans,
    deadRows: row.dead_rows,
    liveRows: row.live_rows,
    changes: row.changes,
    everVacuumed: row.ever_vacuumed,
  }));
const policyRow = z.object({
  schema: z.string(),
  table: z.string(),
  name: z.string(),
  permissive: z.boolean(),
  command: z.enum(['ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']),
  roles: z.array(z.string()),
  using: z.string().nullable(),
  check: z.string().nullable(),
});
const functionRow = z
  .object({
    schema: z.string(),
    name: z.string(),
    arguments: z.string(),
    security_definer: z.boolean(),
    search_path_set: z.boolean(),
    is_trigger: z.boolean(),
    of_extension: z.boolean(),
    callable_by: z.array(z.enum(['anon', 'authenticated'])),
  })
  .transform((row) => ({
    schema: row.schema,
    name: row.name,
    arguments: row.arguments,
    securityDefiner: row.security_definer,
    searchPathSet: row.search_path_set,
    isTrigger: row.is_trigger,
    ofExtension: row.of_extension,
    callableBy: row.callable_by,
  }));
const indexRow = z
  .object({
    schema: z.string(),
    table: z.string(),
    name: z.string(),
    definition: z.string(),
    unique: z.boolean(),
    of_constraint: z.boolean(),
    valid: z.boolean(),
    scans: z.number(),
    bytes: z.number(),
  })
  .transform(({ of_constraint, ...row }) => ({ ...row, ofConstraint: of_constraint }));
const foreignKeyRow = z
  .object({
    schema: z.string(),
    table: z.string(),
    name: z.string(),
    columns: z.array(z.string()),
    references: z.string(),
    indexed: z.boolean(),
    to_unique_only: z.boolean(),
  })
  .transform(({ to_unique_only, ...row }) => ({ ...row, toUniqueOnly: to_unique_only }));
const extensionRow = z
  .object({ name: z.string(), schema: z.string(), version: z.string(), default_version: z.string().nullable() })
  .transform(({ default_version, ...row }) => ({ ...row, defaultVersion: default_version }));
