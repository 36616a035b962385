import './instrument.ts';
import axios from 'axios';
import Fastify from 'fastify';

const app = Fastify();
app.get('/v1/weather', async () => (await axios.get('https://api.example.com/weather', { timeout: 2000 })).data); // <- finding
await app.listen({ port: 3000 });
// file: instrument.ts
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { FastifyOtelInstrumentation } from '@fastify/otel';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({
  instrumentations: [new UndiciInstrumentation(), new FastifyOtelInstrumentation({ registerOnInitialization: true })],
});
sdk.start();
