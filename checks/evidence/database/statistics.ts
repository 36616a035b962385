// Figures the server keeps of its statements and connections, and what it says of itself.
import { z } from 'zod';
import type { ConnectionFigures, DatabaseServer, Found, StatementFigures } from '../../model.ts';
import { redact } from '../secret-shapes.ts';
import { type Ask, messageOf, stateOf } from './session.ts';

// Of a database whose figures were never reset, since when is not said: then those of the server were begun when they were.
const serverSql = `
select current_setting('server_version_num')::int as version, current_user::text as user, r.rolsuper as superuser, r.rolbypassrls as bypasses,
  pg_has_role(current_user, 'pg_read_all_stats', 'member') as reads_all_statistics,
  current_setting('server_encoding') as encoding, pg_is_in_recovery() as in_recovery,
  (select sum(relpages)::float8 * current_setting('block_size')::int from pg_catalog.pg_class) as bytes,
  (select extract(epoch from now() - coalesce(d.stats_reset, b.stats_reset))::float8 / 86400
    from pg_catalog.pg_stat_database d, pg_catalog.pg_stat_bgwriter b where d.datname = current_database()) as statistics_days
from pg_catalog.pg_roles r where r.rolname = current_user`;
const serverRow = z.object({
  version: z.number(),
  user: z.string(),
  superuser: z.boolean(),
  reads_all_statistics: z.boolean(),
  encoding: z.string(),
  in_recovery: z.boolean(),
  bytes: z.number(),
  statistics_days: z.number().nullable(),
});

/** Who and what answers; throws where the server does not say. */
export async function readServer(ask: Ask): Promise<Omit<DatabaseServer, 'encrypted'> & { readonly readsAllStatistics: boolean }> {
  const [row] = z.tuple([serverRow]).parse(await ask(serverSql));
  const { version, user, superuser, encoding, bytes } = row;
  return {
    version,
    user,
    superuser,
    encoding,
    bytes,
    inRecovery: row.in_recovery,
    readsAllStatistics: superuser || row.reads_all_statistics,
    ...(row.statistics_days === null ? {} : { statisticsDays: row.statistics_days }),
  };
}

const whereSql = `
select quote_ident(n.nspname) as schema from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
where e.extname = 'pg_stat_statements'`;
const statementsSql = (schema: string): string => `
select query as text, calls::float8 as calls, mean_exec_time::float8 as mean, total_exec_time::float8 as total, rows::float8 as rows
from ${schema}.pg_stat_statements s join pg_catalog.pg_database d on d.oid = s.dbid
where d.datname = current_database() and query ~* '^\\s*(/\\*.*\\*/\\s*)*(select|with|insert|update|delete|merge)\\y'
order by total_exec_time desc limit 50`;
const statementRow = z.object({ text: z.string(), calls: z.number(), mean: z.number(), total: z.number(), rows: z.number() });

/** Longer ones are shown cut off, and planned whole. */
export interface KeptStatement extends StatementFigures {
  readonly whole: string;
}

/** The statements that took the most time in all; only those that touch rows, for others may hold a password. */
export async function readStatements(ask: Ask): Promise<Found<readonly KeptStatement[]>> {
  try {
    const [where] = z.array(z.object({ schema: z.string() })).parse(await ask(whereSql));
    if (where === undefined) return { missing: 'the extension pg_stat_statements is not installed' };
    const rows = z.array(statementRow).parse(await ask(statementsSql(where.schema)));
    const shown = (text: string): string => redact(text.replaceAll(/\s+/g, ' ').trim().slice(0, 300), new Map());
    return {
      found: rows.map(({ text, calls, mean, total, rows: count }) => ({
        text: shown(text),
        whole: text,
        calls,
        meanMs: mean,
        totalMs: total,
        rows: count,
      })),
    };
  } catch (error) {
    const reason = stateOf(error) === '55000' ? 'the server was not started with it' : messageOf(error);
    return { missing: `pg_stat_statements can't be read: ${reason}` };
  }
}

const limitsSql = `
select current_setting('max_connections')::int as max,
  (current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true), '0')::int) as reserved,
  (select reset_val from pg_catalog.pg_settings where name = 'statement_timeout')::float8 as statement_timeout,
  (select reset_val from pg_catalog.pg_settings where name = 'idle_in_transaction_session_timeout')::float8 as idle_timeout`;
/** Whoever may see little of another's session sees neither what kind it is: those of the server itself have no database. */
export const foreignSessions = `pg_catalog.pg_stat_activity
  where (backend_type = 'client backend' or (backend_type is null and datname is not null)) and pid <> pg_backend_pid()
    and coalesce(application_name, '') <> 'launchgate'`;
const openSql = `
select coalesce(usename::text, '') as user, coalesce(application_name, '') as application, count(*)::int as open,
  count(*) filter (where state like 'idle in transaction%')::int as idle_in_transaction,
  coalesce(max(extract(epoch from now() - state_change)) filter (where state like 'idle in transaction%'), 0)::float8 as longest
from ${foreignSessions}
group by 1, 2 order by 3 desc, 1, 2`;
const limitsRow = z.object({ max: z.number(), reserved: z.number(), statement_timeout: z.number(), idle_timeout: z.number() });
const openRow = z.object({
  user: z.string(),
  application: z.string(),
  open: z.number(),
  idle_in_transaction: z.number(),
  longest: z.number(),
});

/** Open connections against the most there may be; ours is not counted. */
export async function readConnections(ask: Ask): Promise<Found<ConnectionFigures>> {
  try {
    const [limits] = z.tuple([limitsRow]).parse(await ask(limitsSql));
    const open = z.array(openRow).parse(await ask(openSql));
    return {
      found: {
        max: limits.max,
        reserved: limits.reserved,
        open: open.reduce((sum, each) => sum + each.open, 0),
        byUser: open.map(({ user, application, open: count, idle_in_transaction }) => ({
          user,
          application,
          open: count,
          idleInTransaction: idle_in_transaction,
        })),
        longestIdleInTransactionSeconds: Math.max(0, ...open.map(({ longest }) => longest)),
        statementTimeoutMs: limits.statement_timeout,
        idleInTransactionTimeoutMs: limits.idle_timeout,
      },
    };
  } catch (error) {
    return { missing: `the server's connections could not be counted: ${messageOf(error)}` };
  }
}
