import cors from 'cors';
import express from 'express';

const app = express();
app.use(cors({ origin: true, credentials: true })); // <- finding
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(process.env.PORT ?? 3000);
