import Koa from 'koa';
import koaLogger from 'koa-logger';

const app = new Koa();
app.use(koaLogger()); // <- finding
app.listen(3000);
