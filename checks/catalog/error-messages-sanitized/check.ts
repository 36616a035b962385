// Whose words an error speaks in.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'error-messages-sanitized',
  tier: 'app-store',
  title: 'Errors speak to the user in general words; what went wrong inside stays inside',
  why: 'The words of a driver or a library tell an attacker what runs inside and where to press, and tell a user nothing.',
  fix: 'Answer errors with a fixed text for each status, as problem details (RFC 9457), and log the cause under the request id.',
  idioms,
  refs: ['CWE-209', 'OWASP API8:2023', 'ASVS v5.0.0-16.5.1', 'RFC 9457'],
  checklist: ['Sanitize error messages'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
