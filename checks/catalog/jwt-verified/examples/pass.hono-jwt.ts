import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const app = new Hono();
app.use('/api/*', jwt({ secret, alg: 'HS256' }));
app.get('/api/plans', (c) => c.json({ owner: c.get('jwtPayload').sub }));
serve({ fetch: app.fetch, port: 3000 });
