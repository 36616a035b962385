import { decodeJwt, jwtVerify } from 'jose';
import Koa from 'koa';
import { pino } from 'pino';

const logger = pino();
const key = new TextEncoder().encode(process.env.JWT_SECRET);
const app = new Koa();
app.use(async (ctx) => {
  const token = ctx.get('Authorization').slice(7);
  const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
  ctx.body = { owner: payload.sub };
});
/** When our own token towards the mailer has to be renewed. */
export function renewAt(ownToken: string): number {
  const { exp = 0 } = decodeJwt(ownToken);
  logger.info({ exp }, 'token of the mailer');
  return exp - 60;
}
setTimeout(() => renewAt(process.env.MAILER_TOKEN ?? ''), 1000);
app.listen(3000);
