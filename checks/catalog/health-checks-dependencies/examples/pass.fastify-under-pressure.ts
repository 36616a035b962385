import underPressure from '@fastify/under-pressure';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool();
const app = Fastify();
await app.register(underPressure, {
  exposeStatusRoute: '/readyz',
  healthCheck: async () => {
    await pool.query('SELECT 1');
    return true;
  },
});
await app.listen({ port: 3000 });
