import express from 'express';
import { plan } from './plan.ts';

const app = express();
app.post('/weeks', async (req, res) => {
  try {
    res.json(await plan());
  } catch (error) {
    console.error(error);
    if (typeof error === 'string' && error.startsWith('No plan')) {
      return res.status(404).json({ error });
    }
    res.status(500).json({ error: typeof error === 'string' ? error : 'That did not work.' });
  }
});
app.use((error, _req, res, _next) => {
  if (typeof error !== 'string') return res.status(500).json({ error: 'That did not work.' });
  res.status(500).json({ error: error || 'That did not work.' });
});
app.listen(3000);
