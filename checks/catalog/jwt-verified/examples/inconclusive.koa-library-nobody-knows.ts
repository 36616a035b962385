import Koa from 'koa';
import * as client from 'openid-client';

const settings = await client.discovery(new URL(process.env.ISSUER ?? ''), process.env.CLIENT_ID ?? '');
const app = new Koa();
app.use(async (ctx) => {
  const answer = await client.tokenIntrospection(settings, String(ctx.query.code));
  ctx.body = { user: answer.sub };
});
app.listen(3000);
