import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';

const app = new Koa();
app.use(bodyParser({ jsonLimit: '50mb' })); // <- finding
app.use((ctx) => {
  ctx.body = {};
});
app.listen(3000);
