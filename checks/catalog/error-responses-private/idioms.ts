// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use((error, req, res, next) => {
  log.error({ err: error, requestId: req.id });
  if (res.headersSent) return next(error);
  if (error instanceof ZodError) {
    const fields = error.issues.map(({ path }) => path.join('.'));
    return res.status(400).json({ detail: 'Some fields are not valid.', fields });
  }
  res.status(500).json({ detail: 'Something went wrong.', requestId: req.id });
});`,
  koa: `app.use(async (ctx, next) => { // the first middleware
  try {
    await next();
  } catch (error) {
    log.error({ err: error, requestId: ctx.state.requestId });
    ctx.status = error.expose ? error.status : 500;
    ctx.body = { detail: error.expose ? error.message : 'Something went wrong.', requestId: ctx.state.requestId };
  }
});`,
  fastify: `app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  if (error.validation) return reply.status(400).send({ detail: 'Some fields are not valid.' });
  return reply.status(500).send({ detail: 'Something went wrong.', requestId: request.id });
});`,
  nest: `@Catch()
export class LastResort implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    if (error instanceof HttpException) return response.status(error.getStatus()).json({ detail: error.message });
    this.logger.error(error);
    response.status(500).json({ detail: 'Something went wrong.' });
  }
}`,
  hono: `app.onError((error, c) => {
  log.error({ err: error, requestId: c.get('requestId') });
  if (error instanceof HTTPException) return error.getResponse();
  return c.json({ detail: 'Something went wrong.', requestId: c.get('requestId') }, 500);
});`,
  fastapi: `@app.exception_handler(RequestValidationError)
async def not_valid(request: Request, error: RequestValidationError) -> JSONResponse:
    fields = [".".join(map(str, each["loc"])) for each in error.errors()]  # where, never what was sent
    return JSONResponse({"detail": "Some fields are not valid.", "fields": fields}, status_code=422)


@app.exception_handler(Exception)
async def last_resort(request: Request, error: Exception) -> JSONResponse:
    logger.exception("request failed", exc_info=error)
    return JSONResponse({"detail": "Something went wrong."}, status_code=500)`,
  flask: `@app.errorhandler(Exception)
def last_resort(error):
    if isinstance(error, HTTPException):
        return {"detail": error.name}, error.code
    app.logger.exception("request failed")
    return {"detail": "Something went wrong."}, 500`,
  django: `REST_FRAMEWORK = {"EXCEPTION_HANDLER": "api.errors.answer"}

# api/errors.py
def answer(error, context):
    known = exception_handler(error, context)  # of rest_framework.views
    if known is not None:
        return known
    logger.exception("request failed", exc_info=error)
    return Response({"detail": "Something went wrong."}, status=500)`,
};
