import express, { type Application } from 'express';

export function createApp(app: Application = express()): Application {
  app.get('/api/plans', (_request, response) => response.json([]));
  return app;
}

const app = createApp();
app.listen(3000); // <- finding
