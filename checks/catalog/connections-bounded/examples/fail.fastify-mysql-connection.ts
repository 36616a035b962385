import Fastify from 'fastify';
import mysql from 'mysql2/promise';

const connect = () => mysql.createConnection({ uri: process.env.DATABASE_URL }); // <- finding
const app = Fastify();
app.get('/plans', async () => {
  const connection = await connect();
  const [rows] = await connection.query('select id from plans');
  return rows;
});
await app.listen({ port: 3000 });
