import express from 'express';

const app = express(); // <- finding
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
