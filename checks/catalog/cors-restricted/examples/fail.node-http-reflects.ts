import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const origin = request.headers.origin ?? '';
  response.writeHead(200, {
    'Access-Control-Allow-Origin': origin, // <- finding
    'Access-Control-Allow-Credentials': 'true',
  });
  response.end('{"plans":[]}');
});
server.listen(3000);
