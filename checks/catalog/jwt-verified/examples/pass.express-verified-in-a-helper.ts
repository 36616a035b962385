// file: src/tokens.ts
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

export function claimsOf(token: string): Promise<jwt.JwtPayload> {
  return new Promise((resolve, reject) => {
    jwt.verify(token, secret, { algorithms: ['HS256'] }, (error, claims) => (error ? reject(error) : resolve(claims)));
  });
}
export const sign = promisify(jwt.sign);
// file: src/main.ts
import express from 'express';
import { claimsOf } from './tokens.ts';

const app = express();
app.get('/api/plans', async (request, response) => {
  const { sub } = await claimsOf(request.headers.authorization?.slice(7) ?? '');
  response.json({ owner: sub });
});
app.listen(3000);
