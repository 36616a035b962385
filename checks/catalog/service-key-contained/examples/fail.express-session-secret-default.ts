import express from 'express';
import session from 'express-session';

const app = express();
app.use(
  session({
    secret: process.env.SESSION_SECRET || process.env.APP_SECRET || 'supersecret', // <- finding
    resave: false,
    saveUninitialized: false,
  }),
);
app.listen(3000);
