// A Postgres that is reached by a connection string: for migrations, and for tests of the endpoint with real concurrency.
import pg from 'pg';
import type { Database, Query } from './database.ts';

/** Connects when first used. Close it, or the process stays. */
export function openRealPostgres(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 5, connectionTimeoutMillis: 5_000, statement_timeout: 60_000 });
  // A connection that dies while idle is replaced by the next one asked for; a query that it breaks fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const transaction: Database['transaction'] = async (work) => {
    const client = await pool.connect();
    // Only without values may one text hold several statements.
    const query: Query = async (sql, values) => (await (values === undefined ? client.query(sql) : client.query(sql, [...values]))).rows;
    try {
      await query('begin');
      const result = await work(query);
      await query('commit');
      return result;
    } catch (error) {
      await query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    transaction,
    script: async (sql) => {
      await transaction((query) => query(sql));
    },
    close: () => pool.end(),
  };
}
