// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO").upper(), handlers=[handler])`,
  django: `LOGGING["root"]["level"] = os.environ.get("LOG_LEVEL", "INFO").upper()`,
  express: `const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });`,
  koa: `const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });`,
  fastify: `const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? 'info' } });`,
  nest: `LoggerModule.forRoot({ pinoHttp: { level: process.env.LOG_LEVEL ?? 'info' } })`,
};
