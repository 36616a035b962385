import express from 'express';
import { MongoClient } from 'mongodb';

let client: MongoClient | null = null;
async function connected() {
  if (client) return client;
  client = new MongoClient(process.env.MONGO_URL ?? '', { maxPoolSize: 20 });
  return client;
}
const app = express();
app.get('/api/plans', async (_req, res) => {
  res.json(await (await connected()).db('x').collection('plans').find().toArray());
});
app.listen(3000);
