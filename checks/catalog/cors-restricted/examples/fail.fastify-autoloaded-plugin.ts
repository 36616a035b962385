// The file gives the plugin as it is, and its options beside it: without an origin among them everybody is admitted.
import autoload from '@fastify/autoload';
import Fastify from 'fastify';
import { join } from 'node:path';

const app = Fastify();
await app.register(autoload, { dir: join(import.meta.dirname, 'plugins') });
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
// file: plugins/cors.ts
import cors from '@fastify/cors';

export const autoConfig = { methods: ['GET', 'POST'] };
export default cors; // <- finding
