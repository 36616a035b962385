// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
logging.basicConfig(level=settings.log_level, handlers=[handler])`,
  django: `LOGGING = {
    "version": 1,
    "formatters": {"json": {"()": "pythonjsonlogger.json.JsonFormatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": LOG_LEVEL},
}`,
  express: `export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });
app.use(pinoHttp({ logger: log, redact: ['req.headers.authorization', 'req.headers.cookie'] }));`,
  koa: `export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });`,
  fastify: `const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? 'info' } });`,
  nest: `const app = await NestFactory.create(AppModule, { logger: new ConsoleLogger({ json: true }) });`,
};
