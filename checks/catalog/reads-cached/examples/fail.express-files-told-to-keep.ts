import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.set('etag', false);
// What is said of the files is said of no answer below.
app.use(express.static('dist', { setHeaders: (response) => response.set('Cache-Control', 'public, max-age=31536000') }));
app.get('/plans', async (_request, response) => response.json(await prisma.plan.findMany({ take: 50 }))); // <- finding
app.listen(3000);
