import cors from 'cors';
import express from 'express';

const base = { origin: '*', maxAge: 600 };
const app = express();
app.use(cors({ ...base, origin: ['https://app.example.com'] }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
