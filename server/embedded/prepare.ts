// `node embedded/prepare.ts [folder]`: writes the embedded mode's environment and signing key, and says where.
import { prepareEmbedded } from './environment.ts';

const files = await prepareEmbedded(process.argv[2] ?? new URL('../data', import.meta.url).pathname);
process.stdout.write(`${JSON.stringify(files)}\n`);
