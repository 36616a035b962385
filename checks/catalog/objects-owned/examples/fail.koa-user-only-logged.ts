import Koa from 'koa';
import Router from '@koa/router';
import { logger } from './logger.ts';
import { db } from './db.ts';
import { userOf } from './auth.ts';

const router = new Router();
router.get('/health-records/:patientId', async (ctx) => { // <- finding
  const userId = await userOf(ctx);
  logger.info({ userId }, 'reads a record');
  ctx.body = await db('records').where('patient_id', ctx.params.patientId);
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
