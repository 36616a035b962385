import Fastify from 'fastify';
import fp from 'fastify-plugin';
import { Pool } from 'pg';

const database = fp(async (fastify) => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });
  fastify.decorate('pool', pool);
  fastify.addHook('onClose', () => pool.end());
});
const app = Fastify();
await app.register(database);
app.get('/plans', async () => (await app.pool.query('select id from plans')).rows);
await app.listen({ port: 3000 });
