import express from 'express';

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000); // <- finding
