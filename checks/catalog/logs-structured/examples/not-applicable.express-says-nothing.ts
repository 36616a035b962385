import express from 'express';

const app = express();
app.get('/', (_request, response) => response.json({}));
app.listen(3000);
