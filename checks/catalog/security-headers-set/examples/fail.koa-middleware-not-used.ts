import Koa from 'koa';

export async function securityHeaders(ctx, next) {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Strict-Transport-Security', 'max-age=63072000');
  await next();
}

const app = new Koa(); // <- finding
app.use((ctx) => {
  ctx.body = { note: 'Strict-Transport-Security is only spoken of' };
});
app.listen(3000);
