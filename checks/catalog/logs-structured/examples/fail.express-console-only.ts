import express from 'express';

// import { pino } from 'pino';
const app = express(); // <- finding
app.listen(3000, () => console.log('listening'));
