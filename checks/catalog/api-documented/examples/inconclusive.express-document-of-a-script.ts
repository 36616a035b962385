// file: package.json
{ "name": "coach", "dependencies": { "express": "5.0.0" }, "scripts": { "build:openapi": "node scripts/describe.js" } }
// file: src/main.ts
import express from 'express';

const app = express();
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
