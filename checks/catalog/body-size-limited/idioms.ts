// How the fix of body-size-limited is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Express: `app.use(express.json({ limit: '100kb' }));
const upload = multer({ dest: folder, limits: { fileSize: 5_000_000 } });`,
  Koa: `app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '100kb' }));`,
  Fastify: `const app = Fastify({ bodyLimit: 100_000 });`,
  Nest: `app.useBodyParser('json', { limit: '100kb' });
@UseInterceptors(FileInterceptor('photo', { limits: { fileSize: 5_000_000 } }))`,
  Hono: `app.use(bodyLimit({ maxSize: 100_000 }));`,
  FastAPI: `class LimitBody:  # app.add_middleware(LimitBody, most=100_000)
    def __init__(self, app, most):
        self.app, self.most = app, most

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'http':
            return await self.app(scope, receive, send)
        messages, size, more = [], 0, True
        while more:
            message = await receive()
            messages.append(message)
            size += len(message.get('body', b''))
            more = message.get('more_body', False)
            if size > self.most:
                return await Response(status_code=413)(scope, receive, send)

        async def replay():
            return messages.pop(0) if messages else await receive()

        await self.app(scope, replay, send)`,
  Flask: `app.config['MAX_CONTENT_LENGTH'] = 1_000_000`,
  Django: `DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000`,
};
