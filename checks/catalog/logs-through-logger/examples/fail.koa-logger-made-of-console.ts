// file: src/logger.ts
export const logger = {
  info: (...parts: readonly unknown[]) => console.log('[info]', ...parts), // <- finding
};
// file: src/main.ts
import Koa from 'koa';
import { logger } from './logger.ts';

const app = new Koa();
app.use((ctx) => {
  logger.info('request', ctx.path);
  ctx.body = { plans: [] };
});
app.listen(3000);
