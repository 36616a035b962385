// A second account with the same address is refused, so that a repeat makes none.
import express, { type RequestHandler } from 'express';
import mongoose from 'mongoose';

const schema = new mongoose.Schema({ email: { type: String, unique: true } });
schema.statics.isEmailTaken = async function (email: string) {
  return Boolean(await this.findOne({ email }));
};
const Member = mongoose.model('Member', schema);

async function makeMember(body: { email: string }) {
  if (await Member.isEmailTaken(body.email)) {
    throw new Error('This address is in use');
  }
  return Member.create(body);
}

const wrapped = (run: RequestHandler): RequestHandler => (request, response, next) => {
  Promise.resolve(run(request, response, next)).catch(next);
};
const create = wrapped(async (request, response) => {
  response.status(201).send(await makeMember(request.body));
});
export const members = { create };

const app = express();
app.post('/members', members.create);
app.listen(3000);
