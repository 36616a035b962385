// Payments are there where their key is; a page of settings says whether they are.
import express from 'express';
import Stripe from 'stripe';

const stripe = process.env.STRIPE_KEY ? new Stripe(process.env.STRIPE_KEY) : undefined;

const app = express();
app.get('/settings', (_, res) => res.json({ pays: process.env.STRIPE_KEY !== undefined, test: !process.env.STRIPE_KEY }));
app.post('/checkout', async (_, res) => {
  if (!process.env.STRIPE_KEY) return res.sendStatus(404);
  res.json(await stripe?.checkout.sessions.create({ mode: 'payment' }));
});
app.listen(3000);
