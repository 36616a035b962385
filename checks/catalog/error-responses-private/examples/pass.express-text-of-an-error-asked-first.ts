// Nothing of the request is written where the text is told; where something is, the error was asked what it is before.
import express from 'express';
import { model, Schema } from 'mongoose';

const Plan = model('Plan', new Schema({ title: { type: String, unique: true }, opened: Number }));
const app = express();
app.use(express.json());

app.post('/api/plans', async (req, res) => {
  try {
    res.status(201).json(await Plan.create(req.body));
  } catch (error) {
    if (error instanceof PlanError) return res.status(409).json({ detail: error.message });
    res.status(400).json({ detail: 'Some fields are not valid.' });
  }
});

app.post('/api/plans/:id/opened', async (req, res) => {
  try {
    await Plan.updateOne({ _id: req.params.id }, { $inc: { opened: 1 } });
    res.status(204).end();
  } catch (error) {
    res.status(500).json({ detail: error.message });
  }
});

class PlanError extends Error {}

app.listen(3000);
