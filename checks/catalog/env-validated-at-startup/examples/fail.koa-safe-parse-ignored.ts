import Koa from 'koa';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.url(), OPENAI_API_KEY: z.string().min(20) });
const result = schema.safeParse(process.env); // <- finding

const app = new Koa();
app.use((ctx) => {
  ctx.body = { configured: result.success };
});
app.listen(3000);
