import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, statement_timeout: 5_000 });

class Database {
  query = async (text: string) => {
    try {
      return { data: (await pool.query(text)).rows, error: null };
    } catch (error) {
      return { data: null, error: { ...(error as Error), statement: text } };
    }
  };
}

async function connected() {
  const database = new Database();
  return { run: (text: string) => database.query(text) };
}

const app = fastify();
app.get('/plans', async (_request, reply) => {
  const { run } = await connected();
  const { data, error } = await run('select id from plans limit 10');
  if (error) return reply.code(500).send({ error }); // <- finding
  return data;
});
await app.listen({ port: 3000 });
