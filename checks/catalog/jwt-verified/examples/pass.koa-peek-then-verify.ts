import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import Koa from 'koa';

const keys = new Map([['2025-01', createPublicKey(process.env.JWT_PUBLIC_KEY ?? '')]]);

async function claimsOf(token: string) {
  // Nothing of this is believed: it finds the key that the token is verified with.
  const { kid = '' } = decodeProtectedHeader(token);
  const { iss } = decodeJwt(token);
  const key = keys.get(kid);
  if (key === undefined || iss !== 'https://login.example.com/') throw new Error('unknown key');
  return (await jwtVerify(token, key, { algorithms: ['ES256'], issuer: iss })).payload;
}

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = { owner: (await claimsOf(ctx.get('Authorization').slice(7))).sub };
});
app.listen(3000);
