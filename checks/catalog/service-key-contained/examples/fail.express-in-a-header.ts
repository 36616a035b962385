import express from 'express';

const key = process.env.SUPABASE_SERVICE_ROLE_KEY ?? '';
const app = express();
app.get('/api/plans', (_request, response) => {
  response.setHeader('X-Debug-Key', key); // <- finding
  response.json({ plans: [] });
});
app.listen(3000);
