import express from 'express';

// A pool of words, not of connections.
class Pool {
  readonly words = ['run', 'rest'];
}
const app = express();
app.get('/api/words', (_req, res) => {
  res.json(new Pool().words);
});
app.listen(3000);
