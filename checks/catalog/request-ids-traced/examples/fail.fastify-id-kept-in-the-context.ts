// The id is kept for the log alone: whoever asked never learns it.
import { requestContext } from '@fastify/request-context';
import Fastify from 'fastify';
import pino from 'pino';

const logger = pino();
const app = Fastify({ genReqId: () => crypto.randomUUID(), logger: false }); // <- finding

app.addHook('onRequest', (request, _reply, done) => {
  requestContext.set('traceId', request.id);
  logger.info({ requestId: request.id, url: request.url }, 'asked');
  done();
});
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
