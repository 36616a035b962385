import { createServer } from 'node:http';

const server = createServer((_request, response) => response.end('hello'));
server.listen(3000);
process.on('SIGTERM', () => {
  server.close();
  process.exit(0); // <- finding
});
