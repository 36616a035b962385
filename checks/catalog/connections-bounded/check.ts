// Whether the service can use up the connections of what it depends on.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeDatabase } from './database.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'connections-bounded',
  tier: 'app-store',
  title: 'Connections to the database and to other services are pooled and bounded',
  why: 'A service that opens a connection for each request uses up the server on the first busy evening, and then nobody gets one.',
  fix: 'Make one client or pool when the service starts, and give it a limit that fits the server.',
  idioms,
  refs: ['OWASP API4:2023', 'CWE-770', 'ASVS v5.0.0-13.2.6'],
  checklist: ['Add connection pooling limits'],
  mentions,
  judge: { code: judgeCode, database: judgeDatabase },
});
