// file: package.json
{ "name": "plans", "private": true, "type": "module", "dependencies": { "express": "^5.1.0", "pino": "^10.4.0" } }
// file: scripts/seed.ts
console.log('seeding');
// file: src/main.test.ts
console.log('a test may print');
// file: src/main.ts
import express from 'express';
import { pino } from 'pino';

const logger = pino();
const app = express();
app.get('/api/plans', (_request, response) => {
  logger.debug('plans');
  response.json({ plans: [] });
});
app.listen(3000);
