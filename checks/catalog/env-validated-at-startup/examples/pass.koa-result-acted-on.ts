// file: src/config.ts
export const databaseUrl = process.env.DATABASE_URL ?? '';

export function validateConfig(): boolean {
  return databaseUrl !== '';
}
// file: src/main.ts
import Koa from 'koa';
import { databaseUrl, validateConfig } from './config.ts';

if (!validateConfig()) {
  process.stderr.write('DATABASE_URL is missing\n');
  process.exit(1);
}

const app = new Koa();
app.use((ctx) => {
  ctx.body = { ready: databaseUrl !== '' };
});
app.listen(3000);
