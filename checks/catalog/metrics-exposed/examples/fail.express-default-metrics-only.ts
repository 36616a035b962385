import express from 'express';
import client from 'prom-client';

client.collectDefaultMetrics();
const app = express();
app.get('/metrics', async (_request, response) => { // <- finding
  response.type(client.register.contentType).send(await client.register.metrics());
});
app.listen(3000);
