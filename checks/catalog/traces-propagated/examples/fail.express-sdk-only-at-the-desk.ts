import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';
import express from 'express';

if (process.env.NODE_ENV !== 'production') {
  new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] }).start();
}
const app = express(); // <- finding
app.get('/v1/plans', (_request, response) => response.json([]));
app.listen(3000);
