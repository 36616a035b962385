import { log } from 'node:console';
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  log(request.method, request.url); // <- finding
  response.end('{"plans":[]}');
});
server.listen(3000);
