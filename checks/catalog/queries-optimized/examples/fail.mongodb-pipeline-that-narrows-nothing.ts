import express from 'express';
import { MongoClient } from 'mongodb';

interface Filter {
  key: string;
  value: string;
}

const client = new MongoClient(process.env.MONGO_URL);
const plans = () => client.db('app').collection('plans');

const stagesOf = (filters?: readonly Filter[]) => {
  if (!filters) return [];
  return [{ $match: Object.fromEntries(filters.map(({ key, value }) => [key, value])) }];
};
const sorted = () => ({ $sort: { _id: -1 } });

const app = express();
app.get('/api/plans', async (req, res) => {
  const pipeline = [...stagesOf(req.body?.filters), sorted()].filter(Boolean);
  res.json(await plans().aggregate(pipeline).toArray()); // <- finding
});
app.listen(3000);
