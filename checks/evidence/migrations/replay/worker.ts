// The thread that replays: an embedded Postgres, the statements one by one, then the catalogue and who may do what.
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { tryAccess } from '../../database/access/try.ts';
import { readCatalogue } from '../../database/catalogue/read.ts';
import { type Ask, messageOf } from '../../database/session.ts';
import { supabaseExtensions, supabaseFoundation } from '../foundation.ts';
import { emptyDatabase } from './empty-database.ts';
import { bundled } from './extensions.ts';
import { planned } from './plans.ts';
import type { ReplayAnswer, ReplayTask } from './protocol.ts';

// Postgres in WebAssembly is large and most of it runs seldom: compiled once and simply, it starts in half the time.
setFlagsFromString('--liftoff-only');

// A Supabase project has these from its first day.
const ofPlatform = ['uuid-ossp', 'pgcrypto'];

const task: ReplayTask = workerData;
parentPort?.postMessage(await replayed(task));

async function replayed({ supabase, schemas, extensions, statements, explained }: ReplayTask): Promise<ReplayAnswer> {
  const database = await emptyDatabase(await bundled(supabase ? [...extensions, ...ofPlatform] : extensions));
  const leftOut: { at: number; because: string }[] = [];
  if (supabase) await database.exec(`${supabaseFoundation}${supabaseExtensions}`);
  if (supabase && schemas !== undefined) await database.exec(`alter role authenticator set pgrst.db_schemas = '${schemas}'`);
  for (const [at, { sql, mayFail, instead }] of statements.entries()) {
    try {
      await database.exec(sql);
    } catch (error) {
      if (instead !== undefined && (await stoodIn(database, instead))) continue;
      if (!mayFail) return { kind: 'failed', at, because: messageOf(error) };
      leftOut.push({ at, because: messageOf(error) });
    }
  }
  // What a script set for itself, as pg_dump's `row_security = off`, holds for nobody who comes later.
  await database.exec('rollback; reset session authorization; reset role; reset all').catch(() => undefined);
  const ask: Ask = async (sql, values) => (await database.query(sql, values === undefined ? [] : [...values])).rows;
  const { catalogue } = await readCatalogue(ask);
  if ('missing' in catalogue) return { kind: 'failed', because: catalogue.missing };
  const [version] = await ask('show server_version');
  const engine = `PostgreSQL ${Object(version).server_version} (embedded)`;
  const plans = await planned(async (sql) => (await database.exec(sql)).at(-1)?.rows ?? [], explained);
  return { kind: 'replayed', engine, catalogue: catalogue.found, leftOut, access: await tryAccess(ask, catalogue.found), plans };
}

async function stoodIn(database: PGlite, sql: string): Promise<boolean> {
  return database.exec(sql).then(
    () => true,
    () => false,
  );
}
