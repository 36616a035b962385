// The line is written by hand: no header stands in it, and no id and no duration either.
import express from 'express';
import expressWinston from 'express-winston';
import winston from 'winston';

const app = express();
app.use(
  expressWinston.logger({ // <- finding
    transports: [new winston.transports.Console()],
    format: winston.format.combine(
      winston.format.timestamp(),
      winston.format.printf(({ timestamp, meta }) => `${timestamp} ${meta.req.method} ${meta.res.statusCode} ${meta.req.url}`),
    ),
  }),
);
app.get('/plans', (_, res) => res.json([]));
app.listen(3000);
