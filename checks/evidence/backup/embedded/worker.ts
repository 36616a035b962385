// The thread that restores a plain dump into an embedded Postgres: it reaches no file, no program and no network there.
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import type { BackupFault } from '../../../model.ts';
import { type Ask, messageOf, stateOf } from '../../database/session.ts';
import { supabaseFoundation } from '../../migrations/foundation.ts';
import { emptyDatabase } from '../../migrations/replay/empty-database.ts';
import { bundled } from '../../migrations/replay/extensions.ts';
import { figuresOf } from '../figures.ts';
import type { Needs } from '../needs.ts';
import { faultIn } from '../programs.ts';
import { brokenStream, unpacked } from '../stream.ts';
import { Beyond, NotUtf8, type Piece, piecesOf } from './pieces.ts';
import type { RestoreAnswer, RestoreTask } from './protocol.ts';

// Compiled once and simply, Postgres starts in half the time.
setFlagsFromString('--liftoff-only');

async function restored({ path, kind, needs, fromMajor, asked }: RestoreTask): Promise<RestoreAnswer> {
  const database = await emptyDatabase(await bundled(needs.extensions));
  const ask: Ask = async (sql, values) => (await database.query(sql, values === undefined ? [] : [...values])).rows;
  const version = String(Object((await ask('show server_version'))[0]).server_version);
  const major = Number.parseInt(version, 10);
  if (fromMajor !== undefined && fromMajor > major) return { kind: 'beyond', because: `the embedded PostgreSQL is of version ${major}` };
  await prepare(database, needs);
  const started = performance.now();
  const failed = await run(database, piecesOf(asBuffers(unpacked(path, kind))));
  if (failed !== undefined) return failed;
  const restoreMs = performance.now() - started;
  await database.exec('rollback; reset session authorization; reset role; reset all');
  const figures = await figuresOf(asked, { ask, engine: `PostgreSQL ${version} (embedded)`, needs, restoreMs });
  return { kind: 'restored', figures: { ...figures, limits: limitsOf(major, fromMajor) } };
}

function limitsOf(major: number, fromMajor: number | undefined): readonly string[] {
  return [
    `the PostgreSQL that launchgate brings (PGlite ${major}) stood in for a server, for none is installed`,
    ...(fromMajor === undefined || fromMajor === major ? [] : [`what PostgreSQL ${fromMajor} itself says of the dump was not tried`]),
    'its extensions are a part of those that PostgreSQL brings, its collations are not those of a server',
    'it takes longer than a server would',
  ];
}

async function* asBuffers(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function prepare(database: PGlite, { roles, platform }: Needs): Promise<void> {
  if (platform) await database.exec(supabaseFoundation);
  for (const role of roles) {
    const { rows } = await database.query('select 1 from pg_catalog.pg_roles where rolname = $1', [role]);
    if (rows.length === 0) await database.exec(`create role "${role.replaceAll('"', '""')}"`);
  }
  await database.exec('reset all');
}

async function run(database: PGlite, pieces: AsyncGenerator<Piece>): Promise<RestoreAnswer | undefined> {
  try {
    for await (const piece of pieces) {
      const failed = await tried(database, piece);
      if (failed !== undefined) return failed;
    }
    return undefined;
  } catch (error) {
    if (error instanceof Beyond) return { kind: 'beyond', because: `for the embedded PostgreSQL ${error.message}` };
    if (error instanceof NotUtf8) return { kind: 'broken', fault: { kind: 'wrong-encoding', message: error.message } };
    return { kind: 'broken', fault: brokenStream(error) };
  }
}

async function tried(database: PGlite, piece: Piece): Promise<RestoreAnswer | undefined> {
  try {
    if (piece.kind === 'sql') await database.exec(piece.sql);
    else await database.query(piece.copy, [], { blob: new Blob([new Uint8Array(piece.rows)]) });
    return undefined;
  } catch (error) {
    return meaningOf(error);
  }
}

// Values that do not fit, rows that break a constraint, statements that are none, names that are not there or there twice: of the dump.
const ofDump = /^(?:22(?!023)...|23...|42601|42P01|42703|42P07|42701|42710)$/;

function meaningOf(error: unknown): RestoreAnswer {
  const state = stateOf(error);
  const fault: BackupFault = faultIn(`ERROR:  ${messageOf(error)}`);
  if (state !== undefined && ofDump.test(state)) return { kind: 'broken', fault };
  return { kind: 'beyond', because: `the embedded PostgreSQL says: ${fault.message}` };
}

const task: RestoreTask = workerData;
parentPort?.postMessage(await restored(task));
