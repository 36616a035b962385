import cors from 'cors';
import express from 'express';

const app = express();
app.use(
  cors({
    origin(origin, done) {
      const isKnown = origin ? origin.endsWith('plans.example') : true;
      if (isKnown) done(null, true); // <- finding
      else done(new Error('not admitted'));
    },
  }),
);
app.listen(3000);
