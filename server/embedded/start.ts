// `npm start`: the server with no account and no network. Makes its environment once, under data/; what is set already stays.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { embeddedFiles, prepareEmbedded } from './environment.ts';

const folder = fileURLToPath(new URL('../data', import.meta.url));
const { environmentFile } = existsSync(embeddedFiles(folder).environmentFile) ? embeddedFiles(folder) : await prepareEmbedded(folder);
process.loadEnvFile(environmentFile);
// From the second start on, a third of its work is done already.
enableCompileCache();
await import('../main.ts');
