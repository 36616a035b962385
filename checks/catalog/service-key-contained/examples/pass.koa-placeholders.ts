import Koa from 'koa';

const placeholder = 'sk-your-openai-api-key-goes-here';
const key = process.env.OPENAI_API_KEY ?? '';
if (key === '' || key === placeholder) throw new Error('OPENAI_API_KEY must be set to a real key');

const app = new Koa();
app.use(async (ctx) => {
  const answer = await fetch('https://api.openai.com/v1/models', {
    headers: { Authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(5_000),
  });
  ctx.body = await answer.json();
});
app.listen(3000);
