// Whether a user gets at another's rows by asking the database directly, past the service.
import { defineCheck } from '../../answer.ts';
import { judgeDatabase } from './database.ts';
import { idioms } from './idioms.ts';
import { judgeMigrations } from './migrations.ts';

export default defineCheck({
  id: 'rls-enforced',
  tier: 'testflight',
  title: 'Row level security keeps every row to those whose it is',
  why: 'The public key is in every app: where a table is open, anybody can read and change the rows of all users without ever meeting the service.',
  fix: 'Enable row level security on every table that is served, write a policy for each deed that compares the row with auth.uid(), and take back grants that nobody needs.',
  idioms,
  refs: [
    'CWE-639',
    'CWE-862',
    'OWASP API1:2023',
    'ASVS v5.0.0-8.2.2',
    'https://supabase.com/docs/guides/database/postgres/row-level-security',
  ],
  mentions: ['supabase'],
  replaysMigrations: true,
  judge: { migrations: judgeMigrations, database: judgeDatabase },
});
