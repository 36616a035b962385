import express from 'express';

const app = express();
app.get('/api/plans', async (_req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    // A stack begins with the message.
    res.status(500).json({ error: (error as Error).stack }); // <- finding
  }
});
const load = async () => [];
app.listen(3000);
