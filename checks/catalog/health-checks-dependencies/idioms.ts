// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `@app.get("/readyz")
async def readyz(db: AsyncSession = Depends(get_session)):
    try:
        await db.execute(text("SELECT 1"))
    except SQLAlchemyError:
        raise HTTPException(status_code=503)
    return {"status": "pass"}`,
  flask: `@app.get("/readyz")
def readyz():
    db.session.execute(text("SELECT 1"))  # an error becomes 500
    return {"status": "pass"}`,
  django: `INSTALLED_APPS += ["health_check", "health_check.db"]
urlpatterns += [path("readyz/", include("health_check.urls"))]`,
  express: `app.get('/readyz', async (request, response) => {
  try {
    await pool.query('SELECT 1');
    response.json({ status: 'pass' });
  } catch {
    response.status(503).json({ status: 'fail' });
  }
});`,
  koa: `router.get('/readyz', async (ctx) => {
  const up = await pool.query('SELECT 1').then(() => true, () => false);
  ctx.status = up ? 200 : 503;
  ctx.body = { status: up ? 'pass' : 'fail' };
});`,
  nest: `@Get()
@HealthCheck()
check() {
  return this.health.check([() => this.database.pingCheck('database')]);
}`,
};
