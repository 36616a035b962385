// Listeners hung up in a row: each call gives the process back.
import { createServer } from 'node:http';

const server = createServer((_request, response) => response.end('ok'));
server.listen(3000);

const stop = async () => {
  await new Promise((done) => server.close(done));
  process.exit(0);
};

process
  .on('unhandledRejection', () => process.exit(1))
  .once('SIGINT', stop)
  .once('SIGTERM', stop);
