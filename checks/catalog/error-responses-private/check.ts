// What an error tells whoever provoked it.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'error-responses-private',
  tier: 'testflight',
  title: 'Error answers show neither what was sent nor how the server is built',
  why: 'Passwords and health data echoed in an error end up in logs and screenshots; stacks, paths and SQL tell an attacker where to dig.',
  fix: 'Answer errors with a fixed text and a request id, name faulty fields without their values, and log the rest.',
  idioms,
  refs: ['CWE-209', 'CWE-550', 'OWASP API8:2023', 'ASVS v5.0.0-16.5.1', 'RFC 9457'],
  checklist: ['Remove sensitive data from error responses'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
