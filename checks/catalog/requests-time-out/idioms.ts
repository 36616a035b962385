// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `const server = app.listen(port);
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 5_000;
const openai = new OpenAI({ timeout: 30_000, maxRetries: 1 });`,
  koa: `const server = app.listen(port);
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 5_000;
const openai = new OpenAI({ timeout: 30_000, maxRetries: 1 });`,
  fastify: `const app = Fastify({ requestTimeout: 30_000, connectionTimeout: 30_000, keepAliveTimeout: 5_000, handlerTimeout: 30_000 });
await fetch(url, { signal: AbortSignal.timeout(5_000) });`,
  nest: `app.useGlobalInterceptors(new TimeoutInterceptor()); // next.handle().pipe(timeout(30_000))
const server = await app.listen(port);
server.requestTimeout = 30_000;
HttpModule.register({ timeout: 5_000 })`,
  hono: `app.use(timeout(30_000)); // of hono/timeout
await fetch(url, { signal: AbortSignal.timeout(5_000) });`,
  fastapi: `class Deadline:  # app.add_middleware(Deadline, seconds=30)
    def __init__(self, app, seconds):
        self.app, self.seconds = app, seconds

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = False

        async def noting(message):
            nonlocal started
            started = True
            await send(message)

        try:
            async with asyncio.timeout(self.seconds):
                await self.app(scope, receive, noting)
        except TimeoutError:
            if not started:
                await JSONResponse({"detail": "This took too long."}, status_code=504)(scope, receive, send)


openai = AsyncOpenAI(timeout=30.0, max_retries=1)
http = httpx.AsyncClient(timeout=10.0)
supabase = create_client(url, key, options=ClientOptions(postgrest_client_timeout=10))`,
  flask: `# gunicorn.conf.py
timeout = 30
# outbound
requests.get(url, timeout=(3, 10))`,
  django: `# gunicorn.conf.py
timeout = 30
# settings.py
DATABASES["default"]["OPTIONS"] = {"options": "-c statement_timeout=10000"}`,
};
