import { createServer } from 'node:http';
import { jwtVerify } from 'jose';

const key = new TextEncoder().encode(process.env.JWT_SECRET);
const server = createServer(async (request, response) => {
  try {
    const { payload } = await jwtVerify(request.headers.authorization?.slice(7) ?? '', key, { algorithms: ['HS256'] });
    response.end(JSON.stringify({ owner: payload.sub }));
  } catch {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();
  }
});
server.listen(3000);
