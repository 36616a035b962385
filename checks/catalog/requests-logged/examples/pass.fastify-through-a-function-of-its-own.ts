import Fastify from 'fastify';
import { createLogger, format, transports } from 'winston';

const winston = createLogger({ level: process.env.LOG_LEVEL, format: format.json(), transports: [new transports.Console()] });
const log = ({ level, message, ...rest }) => {
  const prefix = '[plans] ';
  winston.log(level, `${prefix}${message}`, rest);
};

const app = Fastify({ disableRequestLogging: true });
app.addHook('onSend', async (request, reply, payload) => {
  const { method, routeOptions, id } = request;
  const { statusCode, elapsedTime } = reply;
  log({
    level: statusCode >= 500 ? 'error' : 'info',
    message: [`[answered ${statusCode}]`, `method=${method}`, `path=${routeOptions.url}`, `duration=${elapsedTime.toFixed(1)}ms`].join(' '),
    requestId: id,
  });
  return payload;
});
app.get('/plans', async () => ({ plans: [] }));
app.post('/plans', async (request) => {
  log({ level: 'debug', message: 'a plan was asked for', body: Object.keys(request.body) });
  return { made: true };
});
await app.listen({ port: 3000 });
