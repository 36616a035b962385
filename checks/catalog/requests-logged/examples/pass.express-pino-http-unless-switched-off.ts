import express from 'express';
import pinoHttp from 'pino-http';

const quiet = process.env.LOG_REQUESTS === 'false';

const app = express();
app.use(pinoHttp({ redact: ['req.headers'], autoLogging: quiet ? false : { ignore: (request) => request.url === '/healthz' } }));
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
