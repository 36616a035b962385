// How the fix of error-messages-sanitized is written in each framework.

export const idioms: Readonly<Record<string, string>> = {
  Express: `app.use((error, req, res, next) => {
  if (error instanceof UserError) return res.status(error.status).json({ detail: error.message });
  log.error({ error, requestId: req.id });
  res.status(500).json({ detail: 'Something went wrong.', requestId: req.id });
});`,
  Koa: `try { await next(); } catch (error) {
  const known = error instanceof UserError;
  ctx.status = known ? error.status : 500;
  ctx.body = { detail: known ? error.message : 'Something went wrong.' };
}`,
  Fastify: `app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  reply.status(500).send({ detail: 'Something went wrong.', requestId: request.id });
});`,
  Nest: `@Catch()
export class LastResort implements ExceptionFilter { /* HttpException speaks, the rest says 'Something went wrong.' */ }`,
  FastAPI: `@app.exception_handler(Exception)
async def last_resort(request, error):
    logger.exception('request failed', exc_info=error)
    return JSONResponse({'detail': 'Something went wrong.'}, status_code=500)`,
  Flask: `@app.errorhandler(Exception)
def last_resort(error):
    app.logger.exception('request failed')
    return {'detail': 'Something went wrong.'}, 500`,
};
