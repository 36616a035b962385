// file: package.json
{ "name": "coach", "dependencies": { "express": "5.0.0" }, "scripts": { "openapi:types": "openapi-typescript https://weather.example/openapi.json" } }
// file: src/main.ts
import express from 'express';

const app = express(); // <- finding
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
