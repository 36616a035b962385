import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';
import express from 'express';

const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] });
sdk.start();
const app = express();
app.get('/', async (_request, response) => response.json(await (await fetch('https://api.example.com')).json()));
app.listen(3000);
