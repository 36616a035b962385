import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  ctx.body = {
    supabaseUrl: process.env.SUPABASE_URL,
    supabaseKey: process.env.SUPABASE_SERVICE_ROLE_KEY, // <- finding
  };
});
app.listen(3000);
