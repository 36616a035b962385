// file: app/index.ts
import Koa from 'koa';
import development from './config/development.ts';
import production from './config/production.ts';

const settings = process.env.NODE_ENV === 'production' ? production : development;
const app = new Koa();
app.use((ctx) => {
  ctx.body = settings.debug ? 'debug' : 'ok';
});
app.listen(3000);
// file: app/config/development.ts
export default { debug: true };
// file: app/config/production.ts
export default { debug: false };
