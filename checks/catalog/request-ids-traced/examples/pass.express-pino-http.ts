import { randomUUID } from 'node:crypto';
import express from 'express';
import { pinoHttp } from 'pino-http';

const app = express();
app.use(
  pinoHttp({
    genReqId(_request, response) {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
  }),
);
app.listen(3000);
