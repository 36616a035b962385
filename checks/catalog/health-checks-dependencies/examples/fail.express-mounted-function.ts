import express from 'express';
import mongoose from 'mongoose';

const app = express();
await mongoose.connect('mongodb://db/plans');
app.use('/health', (_request, response) => { // <- finding
  response.json({ status: 'ok' });
});
app.listen(3000);
