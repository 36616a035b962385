import { fastify } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

const app = fastify().withTypeProvider<ZodTypeProvider>();
app.get('/api/plans', async () => []);
app.listen({ port: 3000 }).then(() => app.log.info('listening')); // <- finding
