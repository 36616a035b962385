// Whether an answer can be found again in the log.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'request-ids-traced',
  tier: 'app-store',
  title: 'Every answer carries an id of its request, which the log holds too',
  why: 'When a user reports an error nobody finds it among a million log lines; a forged id misleads whoever looks.',
  fix: 'Give every request an id before anything else, take the caller’s only where it is short and harmless, answer it in X-Request-Id, also with errors, and log it.',
  idioms,
  refs: ['CWE-778', 'CWE-117', 'ASVS v5.0.0-16.2.1'],
  checklist: ['Add request ID tracking'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
