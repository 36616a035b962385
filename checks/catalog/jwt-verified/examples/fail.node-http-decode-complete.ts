import { createServer } from 'node:http';
import { decode as parseToken } from 'jsonwebtoken';

const server = createServer((request, response) => {
  const parsed = parseToken(request.headers.authorization?.slice(7) ?? '', { complete: true }); // <- finding
  response.end(JSON.stringify({ owner: parsed?.payload.sub }));
});
server.listen(3000);
