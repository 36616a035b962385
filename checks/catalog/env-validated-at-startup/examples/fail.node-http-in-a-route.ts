import { createServer } from 'node:http';

const server = createServer((_request, response) => { // <- finding
  const url = process.env.DATABASE_URL;
  if (url === undefined) {
    response.writeHead(500).end('not configured');
    return;
  }
  response.end('ok');
});
server.listen(3000);
