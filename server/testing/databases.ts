// Databases for tests: an embedded one copied from a template, since making one takes seconds, and a real one where its programs are.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { portOf } from '../listen.ts';
import { migrate } from '../migrations/migrations.ts';
import type { Database } from '../supabase/database.ts';
import { openEmbeddedPostgres } from '../supabase/embedded-postgres.ts';
import { lockFolder } from '../supabase/lock.ts';
import { openRealPostgres } from '../supabase/real-postgres.ts';

const foundation = new URL('../supabase/foundation.sql', import.meta.url);
const migrations = fileURLToPath(new URL('../migrations', import.meta.url));

export interface TestDatabase {
  readonly database: Database;
  stop(): Promise<void>;
}

/** Puts a migrated database into the folder. */
export async function copyTemplate(folder: string): Promise<void> {
  await cp(await template(), folder, { recursive: true });
}

async function template(): Promise<string> {
  const sources = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).map((name) => join(migrations, name));
  const texts = await Promise.all([...sources.sort(), fileURLToPath(foundation)].map((file) => readFile(file)));
  const hash = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 16);
  const ready = join(tmpdir(), `training-plan-template-${hash}`);
  if (existsSync(ready)) return ready;
  const release = await lockFolder(`${ready}.making`, 60_000);
  if (!existsSync(ready)) {
    const making = await mkdtemp(`${ready}.`);
    const database = await openEmbeddedPostgres(making);
    await prepare(database);
    await database.close();
    await rename(making, ready);
  }
  await release();
  return ready;
}

async function prepare(database: Database): Promise<void> {
  await database.script(await readFile(foundation, 'utf8'));
  await migrate(database);
}

/** `ownerScript` runs before the connection becomes that of a role without rights of its own. */
export async function embeddedDatabase(ownerScript = ''): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'training-plan-'));
  await copyTemplate(folder);
  const database = await openEmbeddedPostgres(folder);
  await database.script(`${ownerScript};set session authorization authenticator`);
  return {
    database,
    stop: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

const programs = ['/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/15/bin'].find((folder) =>
  existsSync(join(folder, 'initdb')),
);
/** Why there is no real Postgres to test with; undefined where there is. */
export const noRealPostgres = programs === undefined ? 'no PostgreSQL 15 or later is installed here' : undefined;
const NOBODY = 65_534;

/** A Postgres of its own, on the loopback address, gone when stopped. It refuses to run as root: so it runs as nobody. */
export async function realDatabase(ownerScript = ''): Promise<TestDatabase & { readonly connectionString: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'training-plan-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in user) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  await promisify(execFile)(join(programs ?? '', 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
  });
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
  const server = spawn(join(programs ?? '', 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stopServer = async () => {
    server.kill('SIGINT');
    await exited;
    await rm(folder, { recursive: true });
  };
  const owner = openRealPostgres(connectionString);
  try {
    await untilItAnswers(owner);
    await prepare(owner);
    await owner.script(ownerScript);
  } catch (error) {
    await stopServer();
    throw error;
  } finally {
    await owner.close();
  }
  // Requests come in as the role without rights of its own, as in production.
  const database = openRealPostgres(connectionString.replace('postgres@', 'authenticator@'));
  return {
    database,
    connectionString,
    stop: async () => {
      await database.close();
      await stopServer();
    },
  };
}

async function untilItAnswers(database: Database): Promise<void> {
  for (const until = Date.now() + 20_000; ; await sleep(50)) {
    try {
      return await database.script('select 1');
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
