import { createServer } from 'node:http';

// const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, handle);
const server = createServer((_request, response) => response.end('{"plans":[]}')); // <- finding
server.listen(3000);
