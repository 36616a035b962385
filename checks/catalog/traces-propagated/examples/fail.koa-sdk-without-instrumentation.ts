import { NodeSDK } from '@opentelemetry/sdk-node';
import Koa from 'koa';

const sdk = new NodeSDK({ instrumentations: [] }); // <- finding
sdk.start();
const app = new Koa();
app.listen(3000);
