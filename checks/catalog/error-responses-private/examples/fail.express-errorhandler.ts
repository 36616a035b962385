// The handler that Express made for development is hung up in every run.
import { createRequire } from 'node:module';
import express from 'express';

const require = createRequire(import.meta.url);
const errorhandler = require('errorhandler');

const app = express();
app.get('/plans', (_request, response) => response.json([]));
app.use(errorhandler()); // <- finding
app.listen(3000);
