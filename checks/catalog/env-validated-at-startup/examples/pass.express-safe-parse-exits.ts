import express from 'express';
import { z } from 'zod';

const result = z.object({ DATABASE_URL: z.url() }).safeParse(process.env);
if (!result.success) {
  process.stderr.write(`wrong settings: ${result.error.issues.map(({ path }) => path.join('.')).join(', ')}\n`);
  process.exit(1);
}

const app = express();
app.get('/ready', (_request, response) => response.json({ ready: result.data.DATABASE_URL !== '' }));
app.listen(3000);
