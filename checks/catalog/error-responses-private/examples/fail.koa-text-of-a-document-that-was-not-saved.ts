// What Mongoose says of a document it cannot save repeats the value that did not fit, and of a taken key names database, collection and index.
import Router from '@koa/router';
import Koa from 'koa';
import mongoose from 'mongoose';

const Plan = mongoose.model('Plan', new mongoose.Schema({ title: { type: String, unique: true }, weeks: Number }));
const router = new Router();

router.post('/api/plans', async (ctx) => {
  try {
    const plan = new Plan(ctx.request.body);
    await plan.save();
    ctx.status = 201;
  } catch (error) {
    ctx.throw(400, error.message); // <- finding
  }
});

const change = (id: string, changes: object) => Plan.findByIdAndUpdate(id, changes, { runValidators: true });

router.patch('/api/plans/:id', async (ctx) => {
  try {
    ctx.body = await change(ctx.params.id, ctx.request.body);
  } catch (error) {
    ctx.status = 400;
    ctx.body = { detail: `could not be changed: ${error.message}` }; // <- finding
  }
});

router.post('/api/plans/:id/close', async (ctx) => {
  try {
    await Plan.updateOne({ _id: ctx.params.id }, { closed: true });
    ctx.status = 204;
  } catch (error) {
    ctx.throw(400, error.message);
  }
});

const app = new Koa();
app.use(router.routes());
app.listen(3000);
