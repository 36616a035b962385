import express from 'express';

const app = express();
app.use(express.json());

app.post('/marks', async (request, response) => {
  let data = {};
  try {
    data = request.body;
    await keep(data);
  } catch {
    data = { message: 'The plan could not be marked' };
    return response.status(400).json(data);
  }
  return response.json({ message: 'marked' });
});

async function keep(plan: unknown): Promise<void> {
  if (plan === undefined) throw new Error('no plan');
}

app.listen(3000);
