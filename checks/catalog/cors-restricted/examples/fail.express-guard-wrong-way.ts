import cors from 'cors';
import express from 'express';

const app = express();
if (process.env.NODE_ENV === 'production') {
  app.use(cors({ origin: '*' })); // <- finding
} else {
  app.use(cors({ origin: 'http://localhost:8081' }));
}
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
