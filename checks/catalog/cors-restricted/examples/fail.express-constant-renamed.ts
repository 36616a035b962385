// file: src/origins.ts
const anyone = '*'; // <- finding
export { anyone as webOrigins };
// file: src/settings/index.ts
export { webOrigins as allowedOrigins } from '../origins.ts';
// file: src/main.ts
import cors from 'cors';
import express from 'express';
import { allowedOrigins } from './settings/index.ts';

const shared = { maxAge: 600 };
const options = { ...shared, origin: allowedOrigins };
const app = express();
app.use(cors(options));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
