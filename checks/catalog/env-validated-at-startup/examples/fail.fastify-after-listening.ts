import Fastify from 'fastify';
import { z } from 'zod';

const app = Fastify();
app.get('/ready', async () => ({ database: process.env.DATABASE_URL }));
await app.listen({ port: 3000 });

z.object({ DATABASE_URL: z.url() }).parse(process.env); // <- finding
