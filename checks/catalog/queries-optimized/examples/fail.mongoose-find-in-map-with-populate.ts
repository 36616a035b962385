import express from 'express';
import { model, Schema } from 'mongoose';

const Message = model('Message', new Schema({ to: String, from: Schema.Types.ObjectId }));

const app = express();
app.get('/v1/latest', async (request, response) => {
  const people = String(request.query.people).split(',');
  const found = people.map(async (id) => {
    const messages = await Message.find({ to: id }, {}, { limit: 5 }).populate('from', { name: 1 }); // <- finding
    return messages;
  });
  response.json(await Promise.all(found));
});
app.listen(3000);
