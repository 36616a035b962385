// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use((error, req, res, next) => {
  if (error instanceof UserError) return res.status(error.status).json({ detail: error.message });
  log.error({ error, requestId: req.id });
  res.status(500).json({ detail: 'Something went wrong.', requestId: req.id });
});`,
  koa: `try { await next(); } catch (error) {
  const known = error instanceof UserError;
  ctx.status = known ? error.status : 500;
  ctx.body = { detail: known ? error.message : 'Something went wrong.' };
}`,
  fastify: `app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  reply.status(500).send({ detail: 'Something went wrong.', requestId: request.id });
});`,
  nest: `@Catch()
export class LastResort implements ExceptionFilter { /* HttpException speaks, the rest says 'Something went wrong.' */ }`,
  fastapi: `@app.exception_handler(Exception)
async def last_resort(request, error):
    logger.exception('request failed', exc_info=error)
    return JSONResponse({'detail': 'Something went wrong.'}, status_code=500)`,
  flask: `@app.errorhandler(Exception)
def last_resort(error):
    app.logger.exception('request failed')
    return {'detail': 'Something went wrong.'}, 500`,
};
