// Reads nothing from the environment. process.env.DATABASE_URL is only prose here.
import express from 'express';

const app = express();
app.get('/', (_request, response) => response.json({ status: 'ok' }));
app.listen(3000);
