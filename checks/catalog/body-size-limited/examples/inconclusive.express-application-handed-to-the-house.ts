// A package of the house sets the parsers up, and with what limits stands nowhere here.
import express from 'express';
import { createDefaultServer } from '@plans/api-utils';

const app = express();
const server = createDefaultServer({ port: 3000 }, app);
app.post('/api/plans', (req, res) => {
  res.status(201).json({ title: req.body.title });
});
server.listen(3000);

// file: package.json
{ "name": "training", "private": true, "dependencies": { "express": "4.21.0", "@plans/api-utils": "3.1.0" } }
