import { createServer } from 'node:http';
import { inspect } from 'node:util';

const server = createServer((_request, response) => {
  try {
    response.end(JSON.stringify({ plans: [] }));
  } catch (error) {
    response.writeHead(500).end(inspect(error)); // <- finding
  }
});
server.listen(3000);
