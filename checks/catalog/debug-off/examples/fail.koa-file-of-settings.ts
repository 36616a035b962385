// file: app/index.ts
import Koa from 'koa';
import settings from './config/setting.ts';

const app = new Koa();
app.use((ctx) => {
  ctx.body = settings.debug ? 'debug' : 'ok';
});
app.listen(settings.port);
// file: app/config/setting.ts
export default {
  port: 3000,
  debug: true, // <- finding
};
