import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';

const app = new Koa();
app.use(bodyParser({ enableTypes: ['json'], jsonLimit: 100 * 1024 }));
app.use((ctx) => {
  ctx.body = {};
});
app.listen(3000);
