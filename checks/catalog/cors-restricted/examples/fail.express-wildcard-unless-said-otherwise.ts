import cors from 'cors';
import express from 'express';

const allowed = (process.env.CORS_ORIGINS ?? '*').split(',');

const app = express();
app.use(
  cors({
    credentials: true,
    origin: (origin, done) => {
      if (allowed.includes('*')) {
        done(null, true); // <- finding
        return;
      }
      done(null, allowed.includes(origin ?? ''));
    },
  }),
);
app.listen(3000);
