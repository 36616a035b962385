import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { z } from 'zod';

const schema = z.object({ title: z.string() });
const app = new Koa();
app.use(bodyParser());
app.use((ctx) => {
  const result = schema.safeParse(ctx.request.body);
  if (!result.success) {
    ctx.status = 422;
    ctx.body = { detail: 'Some fields are wrong.', errors: result.error.issues.map(({ path, code }) => ({ path, code })) };
    return;
  }
  ctx.body = { id: 1, title: result.data.title };
});
app.listen(3000);
