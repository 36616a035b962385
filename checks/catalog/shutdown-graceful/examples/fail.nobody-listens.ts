import express from 'express';

const app = express();
app.get('/', (_req, res) => res.send('hello'));
// process.on('SIGTERM', () => server.close());
app.listen(3000); // <- finding
