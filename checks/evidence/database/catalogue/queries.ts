// Questions to the system catalogues, the same for Postgres 13 to 18. Each brings a row that is always there: without it, nothing was seen.

const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const requestRoles = `select oid, rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated')`;
const ofExtension = (oid: string, table: string): string =>
  `exists (select 1 from pg_catalog.pg_depend e where e.classid = 'pg_catalog.${table}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;

export const project = `
select current_setting('server_version_num')::int as version,
  (select count(*) from (${requestRoles}) roles)::int as request_roles,
  exists (select 1 from pg_catalog.pg_roles where rolname in ('supabase_admin', 'supabase_auth_admin', 'authenticator'))
    and exists (select 1 from pg_catalog.pg_namespace where nspname = 'auth') as supabase,
  coalesce(
    (select substr(config, length('pgrst.db_schemas=') + 1)
      from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole, unnest(s.setconfig) as config
      where r.rolname = 'authenticator' and config like 'pgrst.db_schemas=%' limit 1),
    nullif(current_setting('pgrst.db_schemas', true), ''), 'public') as exposed`;

export const relations = `
select n.nspname as schema, c.relname as name, c.relkind::text as kind, c.relrowsecurity as row_security, c.relforcerowsecurity as forced,
  coalesce(array_to_string(c.reloptions, ',') ~* 'security_invoker=(true|on|1|yes)', false) as security_invoker,
  o.rolsuper or o.rolbypassrls as owner_bypasses,
  (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '[]')
    from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisprimary) as has_primary_key,
  (select coalesce(json_object_agg(r.rolname, (
      select coalesce(json_agg(p), '[]') from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as p
      where has_schema_privilege(r.oid, n.oid, 'USAGE')
        and case when p = 'DELETE' then has_table_privilege(r.oid, c.oid, p) else has_any_column_privilege(r.oid, c.oid, p) end)), '{}')
    from (${requestRoles}) r) as grants,
  (select coalesce(json_agg(distinct dn.nspname || '.' || dc.relname), '[]')
    from pg_catalog.pg_rewrite w
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid
      and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> c.oid
    join pg_catalog.pg_class dc on dc.oid = d.refobjid join pg_catalog.pg_namespace dn on dn.oid = dc.relnamespace
    where w.ev_class = c.oid) as reads,
  ${ofExtension('c.oid', 'pg_class')} as of_extension,
  greatest(c.reltuples, 0)::float8 as rows, c.relpages::float8 * current_setting('block_size')::int as bytes,
  coalesce(s.seq_scan, 0)::float8 as sequential_scans, coalesce(s.seq_tup_read, 0)::float8 as sequential_rows,
  coalesce(s.idx_scan, 0)::float8 as index_scans, coalesce(s.n_dead_tup, 0)::float8 as dead_rows, coalesce(s.n_live_tup, 0)::float8 as live_rows,
  coalesce(s.n_tup_ins + s.n_tup_upd + s.n_tup_del, 0)::float8 as changes,
  coalesce(s.last_vacuum, s.last_autovacuum, s.last_analyze, s.last_autoanalyze) is not null as ever_vacuumed
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_roles o on o.oid = c.relowner
left join pg_catalog.pg_stat_all_tables s on s.relid = c.oid
where (c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ours}) or c.oid = 'pg_catalog.pg_class'::regclass
order by 1, 2`;

export const policies = `
select p.schemaname as schema, p.tablename as "table", p.policyname as name, p.permissive = 'PERMISSIVE' as permissive, p.cmd as command,
  p.roles::text[] as roles, p.qual as using, p.with_check as check
from pg_catalog.pg_policies p order by 1, 2, 3`;
/** Asked of another catalogue: the view above joins several, and each join could lose rows. */
export const policyCount = 'select count(*)::int as policies from pg_catalog.pg_policy';

export const functions = `
select n.nspname as schema, p.proname as name, pg_get_function_identity_arguments(p.oid) as arguments, p.prosecdef as security_definer,
  coalesce(array_to_string(p.proconfig, ','), '') ~ '(^|,)search_path=' as search_path_set,
  p.prorettype in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype) as is_trigger,
  ${ofExtension('p.oid', 'pg_proc')} as of_extension,
  (select coalesce(json_agg(r.rolname), '[]') from (${requestRoles}) r
    where has_schema_privilege(r.oid, n.oid, 'USAGE') and has_function_privilege(r.oid, p.oid, 'EXECUTE')) as callable_by
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where (p.prokind in ('f', 'p') and ${ours}) or p.oid = 'pg_catalog.version()'::regprocedure
order by 1, 2, 3`;

export const indexes = `
select n.nspname as schema, t.relname as "table", c.relname as name,
  regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX .*? ON ', '') as definition, i.indisunique as unique,
  exists (select 1 from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) as of_constraint,
  i.indisvalid as valid, coalesce(s.idx_scan, 0)::float8 as scans, c.relpages::float8 * current_setting('block_size')::int as bytes
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_class t on t.oid = i.indrelid
join pg_catalog.pg_namespace n on n.oid = t.relnamespace
left join pg_catalog.pg_stat_all_indexes s on s.indexrelid = i.indexrelid
where ${ours} or c.oid = 'pg_catalog.pg_class_oid_index'::regclass
order by 1, 2, 3`;

export const foreignKeys = `
select n.nspname as schema, t.relname as "table", k.conname as name, rn.nspname || '.' || r.relname as references,
  (select array_agg(a.attname::text order by x.position) from unnest(k.conkey) with ordinality as x(number, position)
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.number) as columns,
  exists (select 1 from pg_catalog.pg_index i where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] operator(pg_catalog.@>) k.conkey) as indexed,
  coalesce((select not i.indisprimary from pg_catalog.pg_index i where i.indexrelid = k.conindid), false) as to_unique_only
from pg_catalog.pg_constraint k
join pg_catalog.pg_class t on t.oid = k.conrelid join pg_catalog.pg_namespace n on n.oid = t.relnamespace
join pg_catalog.pg_class r on r.oid = k.confrelid join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
where k.contype = 'f' and k.conparentid = 0 and ${ours}
order by 1, 2, 3`;
export const foreignKeyCount = `
select count(*)::int as keys from pg_catalog.pg_constraint k join pg_catalog.pg_namespace n on n.oid = k.connamespace
where k.contype = 'f' and k.conparentid = 0 and ${ours}`;

export const extensions = `
select e.extname as name, n.nspname as schema, e.extversion as version, a.default_version
from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
left join pg_catalog.pg_available_extensions a on a.name = e.extname
order by 1`;

export const bucketsTable = `select to_regclass('storage.buckets') is not null as there`;
export const publicBuckets = 'select id::text as id from storage.buckets where public order by id';
