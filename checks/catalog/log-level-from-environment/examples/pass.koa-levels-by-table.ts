import Koa from 'koa';
import { pino } from 'pino';
import { z } from 'zod';

const schema = z.object({ LOG_LEVEL: z.enum(['DEBUG', 'INFO']).default('INFO') });
const levels = { DEBUG: 'debug', INFO: 'info' } as const;
export function makeLog(config: z.infer<typeof schema>) {
  const level = levels[config.LOG_LEVEL];
  return pino({ level });
}
const log = makeLog(schema.parse(process.env));
const app = new Koa();
app.listen(3000, () => log.info('listening'));
