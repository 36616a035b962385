import express from 'express';

process.env.NODE_ENV ??= 'production';
const app = express();
app.listen(3000);
