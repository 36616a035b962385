// What it reads has a meaning of its own where it is absent.
import express from 'express';

const app = express();
app.get('/', (_request, response) => response.json({ debug: process.env.DEBUG === '1', mode: process.env.NODE_ENV }));
app.listen(Number(process.env.PORT ?? 3000));
