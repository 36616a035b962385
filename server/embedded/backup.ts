// `node embedded/backup.ts [folder]`: the embedded database as pg_dump writes it, to stdout. The server has to be stopped: two processes on one folder lose data.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';
import { lockFolder } from '../supabase/lock.ts';

const folder = join(resolve(process.argv[2] ?? fileURLToPath(new URL('../data', import.meta.url))), 'database');
const data = join(folder, 'postgres');
if (!existsSync(data)) {
  process.stderr.write(`there is no embedded database in ${folder}: it is made by the first start of the server\n`);
  process.exit(1);
}
try {
  const release = await lockFolder(folder);
  const pg = await PGlite.create(data);
  try {
    const dump = await pgDump({ pg });
    await pipeline(dump.stream(), process.stdout);
  } finally {
    await pg.close();
    await release();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
