// Koa with a router and nothing else. Prints its port.
import Router from '@koa/router';
import Koa from 'koa';

const answer = JSON.parse(process.argv[2] ?? '{}');
const router = new Router();
router.get('/api/v1/trainingplan/playbook/:user_id', (ctx) => {
  ctx.body = answer;
});
const server = new Koa()
  .use(router.routes())
  .use(router.allowedMethods())
  .listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
  });
