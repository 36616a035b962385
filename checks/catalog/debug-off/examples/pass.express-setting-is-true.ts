import express from 'express';

export const config = { debug: process.env.DEBUG === 'true' };
const app = express();
app.listen(3000);
