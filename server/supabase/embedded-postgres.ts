// PGlite: Postgres inside this process, its data in a folder.
import { setFlagsFromString } from 'node:v8';
import { PGlite, types } from '@electric-sql/pglite';
import type { Database, Row } from './database.ts';

// Postgres in WebAssembly has functions so large that compiling one anew, for speed, takes 500 MB and longer than it ever saves here.
// Both flags, and not the one that stands for them: once V8 runs, a flag sets no other.
for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);

const asSent = (value: unknown): string => String(value);

/** Opens the folder, or makes a new database there, which takes a few seconds. Not to be opened by two processes at once. */
export async function openEmbeddedPostgres(folder: string): Promise<Database> {
  // Values go to Postgres as they were sent: it is Postgres that judges and casts them.
  const pglite = await PGlite.create(folder, { serializers: { [types.BOOL]: asSent, [types.BYTEA]: asSent } });
  return {
    transaction: (work) =>
      pglite.transaction((transaction) => work(async (sql, values = []) => (await transaction.query<Row>(sql, [...values])).rows)),
    script: async (sql) => {
      await pglite.transaction((transaction) => transaction.exec(sql));
    },
    close: () => pglite.close(),
  };
}
