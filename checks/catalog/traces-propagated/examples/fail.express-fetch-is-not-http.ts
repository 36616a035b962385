import './instrument.ts';
import express from 'express';

const app = express();
app.get('/v1/weather', async (_request, response) => {
  // Node's fetch is undici: the instrumentation of node:http does not see it.
  const answer = await fetch('https://api.example.com/weather', { signal: AbortSignal.timeout(2000) }); // <- finding
  response.json(await answer.json());
});
app.listen(3000);
// file: instrument.ts
import { ExpressInstrumentation } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { NodeSDK } from '@opentelemetry/sdk-node';

new NodeSDK({ instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation()] }).start();
