import express from 'express';
import CircuitBreaker from 'opossum';
import { pay } from './pay.ts';

const breaker = new CircuitBreaker(pay);
const app = express();
app.post('/pay', async (req, res) => res.json(await breaker.fire(req.body)));
app.listen(3000);
