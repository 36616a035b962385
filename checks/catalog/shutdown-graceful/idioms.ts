// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `process.once('SIGTERM', () => {
  ready = false; // /readyz answers 503
  setTimeout(() => server.close(() => process.exit(0)), 5_000); // until no new traffic comes
  setTimeout(() => server.closeAllConnections(), 25_000).unref();
});`,
  koa: `const server = app.listen(port);
process.once('SIGTERM', () => {
  ready = false; // /readyz answers 503
  setTimeout(() => server.close(() => process.exit(0)), 5_000); // until no new traffic comes
  setTimeout(() => server.closeAllConnections(), 25_000).unref();
});`,
  fastify: `process.once('SIGTERM', async () => {
  await app.close(); // open requests end first; new ones get 503
  process.exit(0);
});`,
  nest: `app.enableShutdownHooks(); // onModuleDestroy closes pools and clients`,
  hono: `const server = serve(app);
process.once('SIGTERM', () => server.close(() => process.exit(0)));`,
  fastapi: `@asynccontextmanager
async def lifespan(app: FastAPI):
    yield
    await http.aclose()
    await engine.dispose()

# uvicorn api:app --timeout-graceful-shutdown 25`,
  flask: `# gunicorn.conf.py
graceful_timeout = 25`,
  django: `# gunicorn.conf.py
graceful_timeout = 25`,
};
