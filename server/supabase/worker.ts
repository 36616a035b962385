// The thread the embedded project lives in: its database blocks while it works, and must not block the server.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { portOf } from '../listen.ts';
import { migrate } from '../migrations/migrations.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { listenLocally } from './gateway.ts';
import { projectSettings, type WorkerMessage } from './project.ts';

const { folder, port, keys } = projectSettings.parse(workerData);
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

const database = await openEmbeddedPostgres(folder);
await database.script(await readFile(new URL('foundation.sql', import.meta.url), 'utf8'));
await migrate(database);
// From here on nobody is the owner of the database any more: requests choose among three roles.
await database.script('set session authorization authenticator');
const server = await listenLocally(database, keys, { port, report: (error) => tell({ failed: String(error) }) });
tell({ port: portOf(server) });

parentPort?.on('message', (message) => {
  if (!z.literal('stop').safeParse(message).success) return;
  server.closeAllConnections();
  server.close(() => database.close().then(() => parentPort?.close()));
});
