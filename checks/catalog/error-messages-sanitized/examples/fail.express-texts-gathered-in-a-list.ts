import express from 'express';
import { Client } from 'pg';

const app = express();

app.post('/api/tides', async (req, res) => {
  const faults: string[] = [];
  for (const tide of req.body.tides) {
    try {
      await new Client().query('insert into tides values ($1)', [tide]);
    } catch (error) {
      faults.push(String(error)); // <- finding
    }
  }
  res.status(207).json({ faults });
});

app.listen(3000);
