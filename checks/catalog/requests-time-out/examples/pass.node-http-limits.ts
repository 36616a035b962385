import { createServer } from 'node:http';

const options = { requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };
const server = createServer(options, (_request, response) => response.end('{"plans":[]}'));
server.listen(3000);
