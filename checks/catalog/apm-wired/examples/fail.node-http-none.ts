import { createServer } from 'node:http';

const server = createServer((_request, response) => response.end('{}')); // <- finding
server.on('error', (error) => console.error('would go to Sentry', error));
server.listen(3000);
