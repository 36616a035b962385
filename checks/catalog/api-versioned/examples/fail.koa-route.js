const Koa = require('koa');
const route = require('koa-route');

const app = new Koa();
app.use(route.get('/plans', (ctx) => { ctx.body = []; })); // <- finding
app.use(route.post('/plans', (ctx) => { ctx.status = 201; }));
app.listen(3000);
