import cors from 'cors';
import express from 'express';

const app = express();
// Never go back to cors({ origin: '*' }): the web client sends cookies.
app.use(cors({ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true, allowedHeaders: '*', methods: '*' }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
