// The floor: a bare node:http handler that answers with as much JSON as a playbook read does. Prints its port.
import { createServer } from 'node:http';

const answer = JSON.parse(process.argv[2] ?? '{}');
const server = createServer((_, response) => {
  const body = JSON.stringify(answer);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
