// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use(express.json({ limit: '100kb' }));
const upload = multer({ dest: folder, limits: { fileSize: 5_000_000 } });`,
  koa: `app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '100kb' }));`,
  fastify: `const app = Fastify({ bodyLimit: 100_000 });`,
  nest: `app.useBodyParser('json', { limit: '100kb' });

@UseInterceptors(FileInterceptor('photo', { limits: { fileSize: 5_000_000 } }))
export class PhotosController {}`,
  hono: `app.use(bodyLimit({ maxSize: 100_000 }));`,
  fastapi: `class LimitBody:  # app.add_middleware(LimitBody, most=100_000)
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
  flask: `app.config['MAX_CONTENT_LENGTH'] = 1_000_000`,
  django: `DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000`,
};
