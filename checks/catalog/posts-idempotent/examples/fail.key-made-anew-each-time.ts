import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const app = fastify();
app.post('/payments', async (request) => { // <- finding
  const { amount } = request.body as { amount: number };
  return stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: randomUUID() });
});
await app.listen({ port: 3000 });
