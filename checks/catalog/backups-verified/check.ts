// Whether there is a backup that would bring the data back.
import { defineCheck } from '../../answer.ts';
import { judgeBackup } from './backup.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'backups-verified',
  tier: 'post-launch',
  title: 'The newest backup was restored and holds what it should',
  why: 'A backup that nobody ever restored is found to be cut off, empty or too old on the day the data is gone.',
  fix: 'Run launchgate backup verify on every new backup, and repair what writes it until a restore brings every table back in time.',
  idioms,
  refs: ['CWE-693', 'https://www.postgresql.org/docs/current/backup.html'],
  checklist: ['Add automated backup verification'],
  judge: { backup: judgeBackup },
});
