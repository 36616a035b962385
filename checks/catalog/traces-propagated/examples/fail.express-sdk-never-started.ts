import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';
import express from 'express';

export const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] }); // <- finding
const app = express();
app.listen(3000);
