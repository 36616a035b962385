// file: package.json
{ "name": "plans", "private": true, "type": "module", "bin": { "plans-admin": "bin/admin.ts" }, "dependencies": { "express": "^5.1.0", "pino": "^10.4.0" } }
// file: bin/admin.ts
console.log('usage: plans-admin <command>');
// file: test/fake-console.ts
console.log('fake');
// file: src/main.ts
import express from 'express';
import { pino } from 'pino';

const logger = pino();
const app = express();
app.get('/api/plans', (_request, response) => {
  logger.info('plans');
  response.json({ console: { log: 'not a call' } });
});
app.listen(3000);
