import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { pool } from './pool.ts';

const server = createServer(async (request, response) => {
  if (request.method === 'GET' && request.url === '/v1/exercises') {
    const { rows } = await pool.query('SELECT id, name FROM exercises LIMIT 100');
    const body = JSON.stringify(rows);
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304;
      return void response.end();
    }
    return void response.end(body);
  }
  response.statusCode = 404;
  response.end();
});
server.listen(3000);
// file: pool.ts
import pg from 'pg';

export const pool = new pg.Pool();
