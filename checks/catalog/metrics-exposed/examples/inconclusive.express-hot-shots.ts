import express from 'express';
import { StatsD } from 'hot-shots';

const statsd = new StatsD();
const app = express();
app.get('/', (_request, response) => {
  statsd.increment('asked');
  response.end();
});
app.listen(3000);
