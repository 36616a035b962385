// What the service must be given. It does not start without.
import { z } from 'zod';

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(8000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  JWT_SECRET: z.string().min(32),
  ALLOWED_ORIGINS: z.string(),
});

const read = schema.safeParse(process.env);
if (!read.success) {
  const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  process.stderr.write(`${JSON.stringify({ level: 'fatal', time: Date.now(), message: `wrong or missing: ${names}` })}\n`);
  process.exit(1);
}

export const config = read.data;
