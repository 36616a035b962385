// Whether the database answers without reading more than it must.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeDatabase } from './database.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'queries-optimized',
  tier: 'post-launch',
  title: 'Queries read what they need, through an index, and no more',
  why: 'A query that reads a whole table is quick with ten users and takes the service down with ten thousand.',
  fix: 'Select the columns that are used, with a limit; ask once instead of once per row; index what is joined and filtered on.',
  idioms,
  refs: ['OWASP API4:2023', 'CWE-1049'],
  checklist: ['Add database query optimization'],
  mentions,
  plansStatements: true,
  drills: ['queries'],
  judge: { code: judgeCode, boot: judgeBoot, database: judgeDatabase },
});
