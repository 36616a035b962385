import cors from 'cors';
import express from 'express';

const app = express();
app.use(
  cors({
    origin(origin, callback) {
      if (origin?.includes('example.com')) callback(null, true); // <- finding
      else callback(null, false);
    },
  }),
);
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
