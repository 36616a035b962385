import './instrument.ts';
import axios from 'axios';
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = (await axios.get('https://api.example.com/weather', { timeout: 2000 })).data;
});
app.listen(3000);
// file: instrument.ts
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { KoaInstrumentation } from '@opentelemetry/instrumentation-koa';
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({ instrumentations: [new HttpInstrumentation(), new KoaInstrumentation()] });
sdk.start();
process.once('SIGTERM', () => sdk.shutdown());
