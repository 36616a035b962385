// file: package.json
{ "name": "plans", "private": true, "dependencies": { "koa": "3", "koa-jwt": "4", "config": "4" } }
// file: config/default.yml
server:
  port: 3000
auth:
  secret: open sesame # <- finding
// file: config/custom-environment-variables.yml
server:
  port: PORT
auth:
  secret: JWT_SECRET
// file: main.js
const config = require('config');
const Koa = require('koa');
const jwt = require('koa-jwt');

const app = new Koa();
app.use(jwt({ secret: config.get('auth.secret'), algorithms: ['HS256'] }));
app.use((ctx) => {
  ctx.body = { user: ctx.state.user.sub };
});
app.listen(config.get('server.port'));
