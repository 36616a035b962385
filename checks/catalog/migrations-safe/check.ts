// Whether a migration can be applied while people use the service, and be survived.
import { defineCheck } from '../../answer.ts';
import { judgeDatabase } from './database.ts';
import { idioms } from './idioms.ts';
import { judgeMigrations } from './migrations.ts';

export default defineCheck({
  id: 'migrations-safe',
  tier: 'app-store',
  title: 'No migration locks a table that is in use, or loses data',
  why: 'A release that takes a long lock stops every request behind it, and a column that is dropped too early is gone for the code that still reads it.',
  fix: 'Build indexes CONCURRENTLY, add constraints NOT VALID and validate them later, widen before you narrow, and drop only what no release still uses. With --database-url, what is applied is left out.',
  idioms,
  refs: ['OWASP API4:2023', 'CWE-667', 'https://www.postgresql.org/docs/current/explicit-locking.html'],
  judge: { migrations: judgeMigrations, database: judgeDatabase },
});
