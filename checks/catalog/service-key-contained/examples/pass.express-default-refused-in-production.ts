import express from 'express';
import session from 'express-session';

const secret = process.env.SESSION_SECRET ?? 'some_random_key_of_ours';
if (process.env.NODE_ENV === 'production' && secret === 'some_random_key_of_ours') {
  throw new Error('SESSION_SECRET must be set to a value of its own');
}

const app = express();
app.use(session({ secret, resave: false, saveUninitialized: false }));
app.get('/api/plans', (_request, response) => response.json([]));
app.listen(3000);
