// file: src/environment.ts
import { z } from 'zod';

export const environment = z
  .object({ DATABASE_URL: z.url(), OPENAI_API_KEY: z.string().min(20), PORT: z.coerce.number().default(3000) })
  .parse(process.env);
// file: src/main.ts
import express from 'express';
import { environment } from './environment.ts';

const app = express();
app.get('/ready', (_request, response) => response.json({ ready: environment.DATABASE_URL !== '' }));
app.listen(environment.PORT);
