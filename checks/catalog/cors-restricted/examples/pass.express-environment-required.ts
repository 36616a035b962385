// file: src/environment.ts
import { z } from 'zod';

export const environment = z.object({ WEB_ORIGIN: z.url(), PORT: z.coerce.number().default(3000) }).parse(process.env);
// file: src/main.ts
import cors from 'cors';
import express from 'express';
import { environment } from './environment.ts';

const app = express();
app.use(cors({ origin: environment.WEB_ORIGIN }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(environment.PORT);
