import cors from 'cors';
import express from 'express';

const app = express();
app.use(cors({ origin: new RegExp('^https://.*example\\.com$'), credentials: true })); // <- finding
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
