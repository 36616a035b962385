import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.set('etag', false);
// Keys for whoever verifies tokens are no data of the service.
app.get('/.well-known/jwks.json', (_request, response) => {
  response.set('Cache-Control', 'public, max-age=3600');
  response.json({ keys: [] });
});
app.get('/v1/plans', async (_request, response) => response.json(await prisma.plan.findMany({ take: 50 }))); // <- finding
app.listen(3000);
