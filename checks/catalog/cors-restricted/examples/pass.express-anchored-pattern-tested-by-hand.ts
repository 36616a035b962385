import cors from 'cors';
import express from 'express';

const ours = /^https:\/\/(?:app|admin)\.example\.com$/;
const app = express();
app.use(cors({ origin: (origin, done) => done(null, origin !== undefined && ours.test(origin)) }));
app.listen(3000);
