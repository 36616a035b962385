import autoload from '@fastify/autoload';
import Fastify from 'fastify';
import { join } from 'node:path';

const app = Fastify();
await app.register(autoload, { dir: join(import.meta.dirname, 'plugins') });
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
// file: plugins/helmet.ts
import helmet from '@fastify/helmet';

export default helmet;
