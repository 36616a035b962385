import express from 'express';

process.env.NODE_ENV = 'development'; // <- finding
const app = express();
app.listen(3000);
