import Fastify from 'fastify';
import OpenAI from 'openai';

const openai = new OpenAI({
  apiKey: 'sk-proj-nobodys-key-opens-nothing-at-all', // <- finding
  timeout: 20_000,
});
const app = Fastify();
app.get('/api/models', async () => openai.models.list());
await app.listen({ port: 3000 });
