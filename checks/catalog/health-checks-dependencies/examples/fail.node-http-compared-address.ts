import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool();
createServer(async (request, response) => {
  if (request.url === '/healthz') { // <- finding
    response.end('ok');
    return;
  }
  const { rows } = await pool.query('SELECT name FROM plans');
  response.end(JSON.stringify(rows));
}).listen(3000);
