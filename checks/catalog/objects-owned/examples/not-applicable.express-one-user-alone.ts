// The installation is one person's: whoever may ask owns all there is.
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const validatedRequest = (req: Request, res: Response, next: NextFunction) => {
  res.locals.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET ?? '', { algorithms: ['HS256'] });
  next();
};
const isSingleUserMode = (_req: Request, res: Response, next: NextFunction) =>
  process.env.MULTI_USER === 'true' ? res.sendStatus(401) : next();

const app = express();
app.delete('/jobs/:id', [validatedRequest, isSingleUserMode], async (req: Request, res: Response) => {
  await pool.query('DELETE FROM jobs WHERE id = $1', [req.params.id]);
  res.sendStatus(204);
});
app.listen(8000);
