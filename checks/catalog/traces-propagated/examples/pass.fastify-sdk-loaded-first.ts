import Fastify from 'fastify';

const app = Fastify();
app.get('/v1/weather', async () => (await fetch('https://api.example.com/weather', { signal: AbortSignal.timeout(2000) })).json());
await app.listen({ port: 3000 });
// file: package.json
{ "name": "plans", "scripts": { "start": "node --import ./instrument.ts main.ts" } }
// file: instrument.ts
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({ serviceName: 'plans', instrumentations: [new HttpInstrumentation(), new UndiciInstrumentation()] });
sdk.start();
