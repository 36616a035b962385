// Whether the database has the schema that the code was written for.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeDatabase } from './database.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'migrations-current',
  tier: 'app-store',
  title: 'The database schema is verified to be the one the code expects',
  why: 'Code that runs ahead of its schema fails on the first write, for every user, right after a release.',
  fix: 'Compare the applied migrations with the shipped ones at start, and show the result as a check of the health endpoint.',
  idioms,
  refs: ['OWASP API8:2023', 'draft-inadarei-api-health-check-06'],
  checklist: ['Add database migration checks'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp, database: judgeDatabase },
});
