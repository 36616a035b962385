// The settings, checked when this file is first imported: a missing or malformed one ends the process.
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().positive().default(8000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  OPENAI_API_KEY: z.string().min(20),
  OPENAI_MODEL: z.string().default('gpt-4'),
  SUPABASE_URL: z.url({ protocol: /^https$/ }),
  SUPABASE_SERVICE_ROLE_KEY: z.string().min(20),
  WEB_ORIGIN: z.url().optional(),
});

const parsed = schema.safeParse(process.env);
if (!parsed.success) {
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  process.stderr.write(`Cannot start, wrong or missing settings: ${names.join(', ')}\n`);
  process.exit(1);
}

export const environment = parsed.data;
