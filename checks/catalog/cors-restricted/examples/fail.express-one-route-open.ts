import cors from 'cors';
import express from 'express';

const app = express();
app.use(cors({ origin: ['https://app.example.com'] }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.get('/api/playbook', cors(), (_request, response) => response.json({ lessons: [] })); // <- finding
app.listen(3000);
