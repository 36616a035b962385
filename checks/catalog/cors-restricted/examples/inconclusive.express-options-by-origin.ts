// A test of the origin decides whether it is sent back: how good the test is can't be told from here.
import cors from 'cors';
import express from 'express';

const origins = ['https://app.stride.example'];

const app = express();
app.use(
  cors((request, callback) => {
    const isKnown = origins.indexOf(request.header('Origin') ?? '') !== -1;
    callback(null, isKnown ? { origin: true } : { origin: false });
  }),
);
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
