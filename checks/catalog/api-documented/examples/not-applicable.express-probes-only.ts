// All it answers is whether it is well.
import express from 'express';

const app = express();
app.get('/api/v1/status', (_, res) => res.json({ status: 'ok' }));
app.get('/health/ready', (_, res) => res.json({ status: 'ok' }));
app.get('/livez', (_, res) => res.json({ status: 'ok' }));
app.get('/metrics', (_, res) => res.send('up 1'));
app.listen(3000);
