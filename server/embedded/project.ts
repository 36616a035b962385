// `node --env-file=… embedded/project.ts`: the embedded project as a process of its own, at SUPABASE_URL, for servers that have EMBEDDED=false.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { embeddedKeySet } from '../auth/keys.ts';
import { readConfig } from '../config/config.ts';
import { createLog } from '../log.ts';
import { startProject } from '../supabase/project.ts';

const log = createLog();
const read = readConfig();
if ('problems' in read || read.config.EMBEDDED_SIGNING_KEY_FILE === undefined) {
  log.fatal('the environment is not that of the embedded mode');
  process.exit(1);
}
const { EMBEDDED_SIGNING_KEY_FILE: file, SUPABASE_ANON_KEY: anonKey, SUPABASE_SERVICE_ROLE_KEY: serviceKey, SUPABASE_URL } = read.config;
const keys = {
  anonKey,
  serviceKey,
  keySet: await embeddedKeySet(file),
  issuer: `${SUPABASE_URL}/auth/v1`,
  signingKey: await readFile(file, 'utf8'),
};
const folder = read.config.EMBEDDED_DATA_FOLDER ?? join(dirname(file), 'database');
const { port } = new URL(SUPABASE_URL);
const project = await startProject({ folder, port: Number(port), keys }, log);
log.info({ port: Number(port) }, 'listening');
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => project.stop().then(() => process.exit(0)));
