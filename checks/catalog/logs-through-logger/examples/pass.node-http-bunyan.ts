import { createServer } from 'node:http';
import bunyan from 'bunyan';

const log = bunyan.createLogger({ name: 'plans' });
const server = createServer((request, response) => {
  log.info({ method: request.method }, 'request');
  response.end('{"plans":[]}');
});
server.listen(3000);
