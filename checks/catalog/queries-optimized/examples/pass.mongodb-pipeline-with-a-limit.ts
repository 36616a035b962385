import express from 'express';
import { MongoClient, ObjectId } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);
const plans = () => client.db('app').collection('plans');
const stagesOf = (owner?: string) => (owner ? [{ $match: { owner } }] : []);

const app = express();
app.get('/api/plans', async (req, res) => {
  const pipeline = [...stagesOf(req.query.owner), { $sort: { _id: -1 } }, { $limit: 50 }];
  res.json(await plans().aggregate(pipeline).toArray());
});
app.get('/api/plans/:id/weeks', async (req, res) => {
  const found = await plans()
    .aggregate([{ $match: { _id: new ObjectId(req.params.id) } }, { $unwind: '$weeks' }])
    .toArray();
  res.json(found);
});
app.get('/api/months', async (_req, res) => {
  res.json(await plans().aggregate([{ $group: { _id: '$month', count: { $sum: 1 } } }]).toArray());
});
app.get('/api/newest', async (_req, res) => {
  const stages = [{ $sort: { _id: -1 } }];
  stages.push({ $limit: 10 });
  res.json(await plans().aggregate(stages).toArray());
});
app.listen(3000);
