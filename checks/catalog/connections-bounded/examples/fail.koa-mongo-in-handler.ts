import Koa from 'koa';
import { MongoClient } from 'mongodb';

const app = new Koa();
app.use(async (ctx) => {
  const client = new MongoClient(process.env.MONGO_URL ?? ''); // <- finding
  ctx.body = await client.db('plans').collection('plans').find().toArray();
});
app.listen(3000);
