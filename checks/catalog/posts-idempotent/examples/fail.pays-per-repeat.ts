import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
app.post('/pay', async (req, res) => { // <- finding
  res.json(await stripe.paymentIntents.create({ amount: req.body.amount, currency: 'eur' }));
});
app.listen(3000);
