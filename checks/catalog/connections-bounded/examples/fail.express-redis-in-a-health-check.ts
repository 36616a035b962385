// What is handed over in a list is called for each request too.
import express from 'express';
import { Redis } from 'ioredis';
import { together } from 'health-kit';

async function ping() {
  const redis = new Redis(process.env.REDIS_URL); // <- finding
  await redis.ping();
  redis.disconnect();
}

const app = express();
app.get('/healthz', async (_request, response) => {
  response.json(await together([() => ping()]));
});
app.listen(3000);
