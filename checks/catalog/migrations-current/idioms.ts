// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `@asynccontextmanager
async def lifespan(app: FastAPI):
    head = ScriptDirectory.from_config(Config("alembic.ini")).get_current_head()
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() != head:
            raise RuntimeError("the database is behind: run alembic upgrade head")
    yield`,
  django: `executor = MigrationExecutor(connection)
pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
# in the readiness view
return JsonResponse({"pending": len(pending)}, status=503 if pending else 200)`,
  express: `const [, pending] = await db.migrate.list();
if (pending.length > 0) throw new Error(\`the database lacks \${pending.length} migrations\`);
app.listen(port);`,
  koa: `const [, pending] = await db.migrate.list();
if (pending.length > 0) throw new Error(\`the database lacks \${pending.length} migrations\`);
app.listen(port);`,
  nest: `TypeOrmModule.forRoot({ ...options, migrationsRun: true, synchronize: false })`,
};
