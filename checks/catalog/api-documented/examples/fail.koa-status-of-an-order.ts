// The status of an order is no probe: whoever asks for it has to know how.
import Router from '@koa/router';
import Koa from 'koa';

const router = new Router({ prefix: '/v1' });
router.get('/orders/:id/status', (context) => {
  context.body = { id: context.params.id, status: 'sent' };
});
router.put('/orders/:id/status', (context) => {
  context.status = 204;
});

const app = new Koa(); // <- finding
app.use(router.routes());
app.listen(3000);
