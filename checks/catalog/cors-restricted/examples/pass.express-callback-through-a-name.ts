import cors from 'cors';
import express from 'express';

const origins = [/^https:\/\/plans\.example$/, /^https:\/\/coach\.example$/];

const app = express();
app.use(
  cors({
    origin(origin, done) {
      // No page of a browser comes without an origin.
      const isKnown = origin ? origins.some((each) => each.test(origin)) : true;
      if (isKnown) done(null, true);
      else done(new Error('not admitted'));
    },
  }),
);
app.listen(3000);
