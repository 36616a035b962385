import express, { type NextFunction, type Request, type Response } from 'express';

const app = express();
app.get('/api/plans', () => {
  throw new Error('no database');
});
app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
  response.status(500).json({ detail: 'Something went wrong.', stack: error.stack }); // <- finding
});
app.listen(3000);
