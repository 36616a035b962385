import { UnsecuredJWT } from 'jose';
import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  const { payload } = UnsecuredJWT.decode(ctx.get('Authorization').slice(7)); // <- finding
  ctx.body = { owner: payload.sub };
});
app.listen(3000);
