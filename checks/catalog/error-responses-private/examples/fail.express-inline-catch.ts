import express from 'express';

const app = express();
app.use(express.json());
app.post('/api/plans', async (request, response) => {
  try {
    response.json({ title: request.body.title.trim() });
  } catch (error) {
    response.status(500).json({ detail: 'Something went wrong.', trace: error instanceof Error ? error.stack : '' }); // <- finding
  }
});
app.listen(3000);
