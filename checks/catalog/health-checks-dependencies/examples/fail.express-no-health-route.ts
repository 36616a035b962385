import express from 'express';
import mongoose from 'mongoose';

const app = express(); // <- finding
await mongoose.connect('mongodb://db/plans');
// app.get('/health', async (request, response) => { await mongoose.connection.db.admin().ping(); });
app.get('/orders/:id/status', (_request, response) => response.json({}));
app.listen(3000);
