import Koa from 'koa';
import Router from '@koa/router';
import { controllers } from './controllers/index.ts';

const router = new Router();
const actions = {
  plans: [
    { action: 'list', path: 'list', method: 'get' },
    { action: 'add', path: 'add', method: 'post' },
    { action: 'remove', path: 'remove/:id', method: 'delete' },
  ],
};

const route = (router, base, controller, action, path, method) => {
  router[method](base + path, async (ctx) => {
    const found = new controller(ctx);
    await found[action].call(found, ctx);
  });
};
for (const name in actions) {
  for (const each of actions[name]) route(router, `/api/${name}/`, controllers[name], each.action, each.path, each.method);
}
const app = new Koa();
app.use(router.routes());
app.listen(3000);
