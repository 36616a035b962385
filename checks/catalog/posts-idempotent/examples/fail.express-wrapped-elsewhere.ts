// The handler is wrapped where it is written and named where it is hung up: each repeat makes a plan.
import express, { type RequestHandler } from 'express';
import mongoose from 'mongoose';

const Plan = mongoose.model('Plan', new mongoose.Schema({ title: String }));

const wrapped = (run: RequestHandler): RequestHandler => (request, response, next) => {
  Promise.resolve(run(request, response, next)).catch(next);
};
const create = wrapped(async (request, response) => {
  response.status(201).send(await Plan.create(request.body));
});
const plans = { create };

const app = express();
app.post('/plans', plans.create); // <- finding
app.listen(3000);
