// file: src/secret.ts
export function sessionSecret(): string {
  if (!process.env.SESSION_SECRET) {
    throw new Error('SESSION_SECRET must be set');
  }
  return process.env.SESSION_SECRET;
}
// file: src/main.ts
import Koa from 'koa';
import { sessionSecret } from './secret.ts';

const app = new Koa();
app.keys = [sessionSecret()];
app.use((ctx) => {
  ctx.body = { status: 'ok' };
});
app.listen(3000);
