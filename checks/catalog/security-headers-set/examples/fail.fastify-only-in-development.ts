import helmet from '@fastify/helmet';
import Fastify from 'fastify';

const app = Fastify(); // <- finding
if (process.env.NODE_ENV !== 'production') await app.register(helmet);
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
