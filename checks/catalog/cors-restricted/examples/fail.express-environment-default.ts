// file: src/config.ts
export const config = {
  port: Number(process.env.PORT ?? 3000),
  webOrigin: process.env.WEB_ORIGIN || '*', // <- finding
};
// file: src/main.ts
import cors from 'cors';
import express from 'express';
import { config } from './config.ts';

const app = express();
app.use(cors({ origin: config.webOrigin }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(config.port);
