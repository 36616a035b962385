// file: src/plans/repository.ts
export async function allPlans(): Promise<readonly string[]> {
  console.debug('reading plans'); // <- finding
  return [];
}
// file: src/main.ts
import express from 'express';
import { allPlans } from './plans/repository.ts';

const app = express();
app.get('/api/plans', async (_request, response) => response.json({ plans: await allPlans() }));
app.listen(3000);
