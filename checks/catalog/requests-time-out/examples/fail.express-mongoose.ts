import { createServer } from 'node:http';
import express from 'express';
import mongoose from 'mongoose';

// Finding a server is bounded; an operation on it is not.
await mongoose.connect(process.env.MONGO_URL ?? '', { serverSelectionTimeoutMS: 5_000 }); // <- finding
const app = express();
app.get('/plans', async (_request, response) => response.json(await mongoose.model('Plan').find().limit(10)));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
