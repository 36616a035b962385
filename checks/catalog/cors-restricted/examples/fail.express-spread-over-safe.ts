import cors from 'cors';
import express from 'express';

const safe = { origin: ['https://app.example.com'], credentials: true };
const app = express();
app.use(cors({ ...safe, origin: true })); // <- finding
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
