import Koa from 'koa';
import logger from 'koa-logger';

const app = new Koa();
app.use(logger()); // <- finding
app.listen(3000);
