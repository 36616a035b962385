import { createServer } from 'node:http';

const server = createServer((request, response) => { // <- finding
  const { pathname } = new URL(request.url ?? '/', 'http://service');
  if (pathname === '/v1/plans') return void response.end(JSON.stringify([{ example: 'Marathon' }]));
  response.statusCode = 404;
  response.end();
});
server.listen(3000);
