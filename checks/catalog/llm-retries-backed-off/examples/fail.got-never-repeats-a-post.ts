import Koa from 'koa';
import got from 'got';

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await got // <- finding
    .post('https://api.mistral.ai/v1/chat/completions', {
      headers: { authorization: `Bearer ${process.env.MISTRAL_API_KEY}` },
      json: { model: 'mistral-small-latest', messages: ctx.request.body.messages },
      retry: { limit: 3 },
    })
    .json();
});
app.listen(3000);
