import { createServer } from 'node:http';
import { pino } from 'pino';

const logger = pino();
const server = createServer((_request, response) => {
  try {
    response.end(JSON.stringify({ plans: [] }));
  } catch (error) {
    logger.error({ error }, 'failed');
    response.writeHead(500).end('{"detail":"Something went wrong."}');
  }
});
server.listen(3000);
