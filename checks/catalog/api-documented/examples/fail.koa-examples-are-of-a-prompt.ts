import Koa from 'koa';
import Router from '@koa/router';
import OpenAI from 'openai';

const openai = new OpenAI();
const prompt = { task: 'Name a plan', examples: [{ input: 'run', output: 'Marathon' }] };
const document = {
  openapi: '3.1.0', // <- finding
  info: { title: 'Plans', version: '1.0.0' },
  paths: { '/v1/plans': { post: { summary: 'Name a plan', responses: { 200: { description: 'Its name.' } } } } },
};

const router = new Router();
router.get('/openapi.json', (ctx) => {
  ctx.body = document;
});
router.post('/v1/plans', async (ctx) => {
  ctx.body = await openai.responses.create({ model: 'gpt-5-mini', max_output_tokens: 50, input: JSON.stringify(prompt) });
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
