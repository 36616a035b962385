// file: package.json
{ "name": "api", "type": "module", "scripts": { "start": "node main.ts" }, "dependencies": { "express": "5.1.0", "migrate": "2.1.0", "better-sqlite3": "11.7.0" } }
// file: main.ts
import { migrated } from './migrations.ts';

migrated()
  .then(async () => {
    const { run } = await import('./app.ts');
    run();
  })
  .catch(() => process.exit(1));
// file: migrations.ts
import migrate from 'migrate';

export const migrated = () =>
  new Promise<void>((done) =>
    migrate.load({ stateStore: '.migrate', migrationsDirectory: 'migrations' }, (error, set) => {
      if (error) throw error;
      set.up((failed) => {
        if (failed) throw failed;
        done();
      });
    }),
  );
// file: app.ts
import Database from 'better-sqlite3';
import express from 'express';

const database = new Database('plans.sqlite');
const app = express();
app.get('/plans', (_, res) => res.json(database.prepare('SELECT id, name FROM plans LIMIT 50').all()));
export const run = () => app.listen(3000);
