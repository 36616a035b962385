import cors, { type CorsOptions } from 'cors';
import express from 'express';

const allowed = ['https://app.example.com'];
const options: CorsOptions = {
  credentials: true,
  origin: (origin, callback) => {
    if (origin !== undefined && !allowed.includes(origin)) console.warn('unusual origin', origin);
    callback(null, true); // <- finding
  },
};

const app = express();
app.use(cors(options));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
