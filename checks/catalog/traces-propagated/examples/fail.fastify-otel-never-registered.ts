import { FastifyOtelInstrumentation } from '@fastify/otel';
import Fastify from 'fastify';

// The plugin is made and neither registered nor given to an SDK.
export const otel = new FastifyOtelInstrumentation({ servername: 'plans' });
const app = Fastify(); // <- finding
// await app.register(otel.plugin());
app.get('/v1/plans', async () => []);
await app.listen({ port: 3000 });
