import autoload from '@fastify/autoload';
import Fastify from 'fastify';
import { join } from 'node:path';

const app = Fastify();
await app.register(autoload, { dir: join(import.meta.dirname, 'plugins') });
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
// file: plugins/rate-limit.ts
import limit from '@fastify/rate-limit';

export const autoConfig = () => ({ max: 100, timeWindow: '1 minute' });
export default limit;
