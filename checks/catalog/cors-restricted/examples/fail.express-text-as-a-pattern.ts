// `match` takes a text for a pattern: `https://app.example.com` matches in `https://app.example.com.stranger.example` too.
import cors from 'cors';
import express from 'express';

const allowed = String(process.env.CORS_ORIGINS).split(',');
const app = express();
app.use(
  cors({
    origin(origin, done) {
      if (!origin || allowed.some((each) => origin.match(each))) {
        done(null, true); // <- finding
      } else {
        done(new Error('not admitted'));
      }
    },
    credentials: true,
  }),
);
app.listen(3000);
