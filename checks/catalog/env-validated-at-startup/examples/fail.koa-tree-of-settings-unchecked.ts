// A tree of settings that names the variables, and nobody asks it to validate them.
import convict from 'convict';
import Koa from 'koa';

const config = convict({
  port: { doc: 'where it listens', format: 'port', default: 3000, env: 'PORT' },
  database: { url: { doc: 'where the database is', format: String, default: '', env: 'DATABASE_URL' } },
  auth: { secret: { doc: 'signs tokens', format: String, default: '', env: 'JWT_SECRET' } },
});

const app = new Koa(); // <- finding
app.use((ctx) => {
  ctx.body = config.get('database.url').length;
});
app.listen(config.get('port'));
