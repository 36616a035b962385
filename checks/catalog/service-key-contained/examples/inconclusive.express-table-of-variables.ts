// A table names all variables: which of them hold secrets, and where those go, could not be followed.
import express from 'express';
import { z } from 'zod';

const table = { DATABASE_URL: z.string(), MAIL_KEY: z.string(), PORT: z.coerce.number().optional() } as const;
const settings: Record<string, unknown> = {};
for (const [name, kind] of Object.entries(table)) take(name, kind);

function take(name: string, kind: z.ZodType) {
  const found = kind.safeParse(process.env[name]);
  if (found.success) settings[name] = found.data;
}

const app = express();
app.get('/plans', (_req, res) => res.json([]));
app.listen(Number(settings.PORT ?? 8000));
