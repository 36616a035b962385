import fastifyCors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.register(fastifyCors, { origin: ['https://app.example.com'] });
app.get('/api/plans', async () => ({ plans: [], note: "the header 'Access-Control-Allow-Origin: *' is not sent" }));
app.listen({ port: 3000 });
