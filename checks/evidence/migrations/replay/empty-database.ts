// An empty embedded Postgres. Making one takes seconds; the first is kept in the user's cache, and read back in a fraction of that.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Extensions, PGlite } from '@electric-sql/pglite';
import { z } from 'zod';

/** With these extensions at hand, none of them created. */
export async function emptyDatabase(extensions: Extensions): Promise<PGlite> {
  const file = await cacheFile().catch(() => undefined);
  const kept = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (kept !== undefined) {
    const database = await opened(new Blob([kept]), extensions);
    if (database !== undefined) return database;
  }
  const database = await PGlite.create({ extensions });
  if (file !== undefined) await keep(database, file).catch(() => undefined);
  return database;
}

/** Undefined where what was kept is no database. */
async function opened(kept: Blob, extensions: Extensions): Promise<PGlite | undefined> {
  try {
    const database = await PGlite.create({ loadDataDir: kept, extensions });
    const { rows } = await database.query<{ ours: number }>(
      "select count(*)::int as ours from pg_class where relnamespace = 'public'::regnamespace",
    );
    if (rows[0]?.ours === 0) return database;
    await database.close();
  } catch {
    // Cut off or from another version: a new one is made.
  }
  return undefined;
}

async function keep(database: PGlite, file: string): Promise<void> {
  const dump = await database.dumpDataDir('gzip');
  const beside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(beside, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
  await rename(beside, file);
}

async function cacheFile(): Promise<string> {
  const folder = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const own = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(dirname(own), '..', 'package.json'), 'utf8')));
  return join(folder, 'launchgate', `postgres-${version}.tar.gz`);
}
