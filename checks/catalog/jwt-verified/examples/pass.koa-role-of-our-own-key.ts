import { decodeJwt, jwtVerify } from 'jose';
import Koa from 'koa';

const key = new TextEncoder().encode(process.env.JWT_SECRET);

// What is read here is our own configuration, not somebody's token.
function isServiceKey(serviceKey: string): boolean {
  return decodeJwt(serviceKey).role === 'service_role';
}
if (!isServiceKey(process.env.SUPABASE_SERVICE_KEY ?? '')) throw new Error('SUPABASE_SERVICE_KEY is no service key');

const app = new Koa();
app.use(async (ctx) => {
  const { payload } = await jwtVerify(ctx.get('Authorization').slice(7), key, { algorithms: ['HS256'] });
  ctx.body = { owner: payload.sub };
});
app.listen(3000);
