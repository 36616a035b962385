// file: src/middleware/cross-origin.ts
import cors from 'cors';

export function crossOrigin() {
  return cors({ origin: '*', maxAge: 600 }); // <- finding
}
// file: src/main.ts
import express from 'express';
import { crossOrigin } from './middleware/cross-origin.ts';

const app = express();
app.use(crossOrigin());
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
