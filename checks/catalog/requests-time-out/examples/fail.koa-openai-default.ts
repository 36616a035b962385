import { createServer } from 'node:http';
import Koa from 'koa';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, maxRetries: 0 }); // <- finding
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await openai.models.list();
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
