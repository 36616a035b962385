import { createServer } from 'node:http';

const allowed = new Set(['https://app.example.com']);
const server = createServer((request, response) => {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin !== undefined && allowed.has(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
  }
  response.end('{"plans":[]}');
});
server.listen(3000);
