import cors from '@fastify/cors';
import fastify from 'fastify';

const app = fastify();
app.register(cors); // <- finding
app.get('/api/plans', async () => ({ plans: [] }));
app.listen({ port: 3000 });
