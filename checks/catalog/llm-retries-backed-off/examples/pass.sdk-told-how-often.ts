import Koa from 'koa';
import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic({ maxRetries: 4 });
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 300, messages: [] });
});
app.listen(3000);
