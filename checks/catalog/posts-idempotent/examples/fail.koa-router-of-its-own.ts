// A router that the service wrote for itself takes addresses that begin without a slash.
import Koa from 'koa';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
type RouteHandler = (path: { id: string }, ctx: Koa.Context) => Promise<unknown>;

class Router {
  private routes_: Record<string, Record<string, { handler: RouteHandler }>> = {};
  get(path: string, handler: RouteHandler) {
    this.routes_.GET = { ...this.routes_.GET, [path]: { handler } };
  }
  post(path: string, handler: RouteHandler) {
    this.routes_.POST = { ...this.routes_.POST, [path]: { handler } };
  }
  find(method: string, path: string) {
    return this.routes_[method]?.[path];
  }
}

const router = new Router();
router.get('api/meals', async () => db('meals').select('id', 'name').limit(50));
router.post('api/meals', async (_path, ctx) => { // <- finding
  const [made] = await db('meals').insert({ name: ctx.request.query.name }).returning('id');
  return made;
});

const app = new Koa();
app.use(async (ctx) => {
  const found = router.find(ctx.method, ctx.path.slice(1));
  ctx.body = found === undefined ? '' : await found.handler({ id: '' }, ctx);
});
app.listen(8000);
