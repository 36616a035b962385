// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `app.add_middleware(CorrelationIdMiddleware, header_name="X-Request-ID")
handler.addFilter(CorrelationIdFilter())  # asgi_correlation_id`,
  flask: `@app.before_request
def take_id():
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if re.fullmatch(r"[\\w.-]{1,128}", given) else uuid.uuid4().hex

@app.after_request
def answer_id(response):
    response.headers["X-Request-ID"] = g.request_id
    return response`,
  express: `app.use(pinoHttp({
  genReqId(request, response) {
    const given = String(request.headers['x-request-id'] ?? '');
    const id = /^[\\w.-]{1,128}$/.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', id);
    return id;
  },
  redact: ['req.headers.authorization', 'req.headers.cookie'],
}));`,
  koa: `app.use(async (ctx, next) => {
  const given = ctx.get('X-Request-Id');
  ctx.state.requestId = /^[\\w.-]{1,128}$/.test(given) ? given : randomUUID();
  ctx.set('X-Request-Id', ctx.state.requestId);
  await next();
  log.info({ requestId: ctx.state.requestId, status: ctx.status }, 'request');
});`,
  fastify: `app.addHook('onSend', async (request, reply) => {
  reply.header('x-request-id', request.id);
});`,
};
