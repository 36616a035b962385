import { createRemoteJWKSet, jwtVerify } from 'jose';
import Koa from 'koa';

const keys = createRemoteJWKSet(new URL('https://login.example.com/.well-known/jwks.json'));
const app = new Koa();
app.use(async (ctx) => {
  const { payload } = await jwtVerify(ctx.get('Authorization').slice(7), keys, {
    issuer: 'https://login.example.com/',
    audience: 'authenticated',
  });
  ctx.body = { owner: payload.sub };
});
app.listen(3000);
