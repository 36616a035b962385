// The package says by its name what it does; whether it answers with the id is not in the source.
import requestId from '@example/koa-request-id';
import Koa from 'koa';

const app = new Koa();
app.use(requestId());
app.use((ctx) => {
  ctx.body = [];
});
app.listen(3000);
