// Keys that the service chose for itself stand where they are used.
import { createHmac } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';

const app = express();
app.use(cookieParser('oatmeal biscuits')); // <- finding
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: false })); // <- finding

const sign = (text: string): string => createHmac('sha256', 'plain words again').update(text).digest('hex'); // <- finding
app.get('/links', (_request, response) => {
  response.json({ link: sign('plan') });
});
app.listen(3000);
