// Sessions, cookies and links are signed with keys from the environment.
import { createHash, createHmac } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';

const key = process.env.SESSION_SECRET;
if (!key) throw new Error('SESSION_SECRET is missing');

const app = express();
app.use(cookieParser(key));
app.use(session({ secret: [key], resave: false, saveUninitialized: false }));
app.get('/links', (_request, response) => {
  response.json({ link: createHmac('sha256', key).update('plan').digest('hex'), hash: createHash('sha256').update('plan').digest('hex') });
});
app.listen(3000);
