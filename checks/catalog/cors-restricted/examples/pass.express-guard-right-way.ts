import cors from 'cors';
import express from 'express';

const isProduction = process.env.NODE_ENV === 'production';
const app = express();
app.use(cors({ origin: isProduction ? ['https://app.example.com'] : '*' }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
