import DataLoader from 'dataloader';
import express from 'express';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const ownerLoader = new DataLoader(async (ids: readonly string[]) => {
  const rows = await db('users').select('id', 'name').whereIn('id', ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});
const app = express();
app.get('/plans', async (req, res) => {
  const plans = await db('plans').select('id', 'name', 'owner_id').orderBy('id').limit(20);
  res.json(await Promise.all(plans.map(async (plan) => ({ ...plan, owner: await ownerLoader.load(plan.owner_id) }))));
});
app.listen(3000);
