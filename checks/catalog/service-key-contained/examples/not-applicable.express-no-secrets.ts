import express from 'express';

const app = express();
app.get('/', (_request, response) => response.json({ status: 'ok', keyboard: 'secret santa' }));
app.listen(Number(process.env.PORT ?? 3000));
