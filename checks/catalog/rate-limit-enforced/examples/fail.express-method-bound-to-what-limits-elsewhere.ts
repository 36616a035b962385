// What is bound to an object that limits the way in limits nothing else by that.
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { known } from './known.ts';

class Gate {
  limited() {
    return rateLimit({ windowMs: 60_000, limit: 20 });
  }
  check(request, response, next) {
    if (!known(request)) return response.sendStatus(401);
    next();
  }
  hang(app) {
    app.post('/login', this.limited(), (_request, response) => response.sendStatus(204));
    app.use('/api', skipping(this.check.bind(this)));
    app.get('/api/plans', (_request, response) => response.json([])); // <- finding
  }
}
const skipping = (guard) => (request, response, next) => (request.method === 'HEAD' ? next() : guard(request, response, next));

const app = express();
new Gate().hang(app);
app.listen(3000);
