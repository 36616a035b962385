import express from 'express';

const app = express();
app.get('/api/plans', async (_req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown';
    res.status(500).send(`Could not load: ${message}`); // <- finding
  }
});
const load = async () => [];
app.listen(3000);
