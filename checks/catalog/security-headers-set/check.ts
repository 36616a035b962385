// What answers tell a browser to beware of, and an attacker of us.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'security-headers-set',
  tier: 'app-store',
  title: 'Answers carry the headers that protect browsers, and none that names the software',
  why: 'Browsers guess content types, frame pages and fall back to http where nobody forbids it; a version in a header saves an attacker the search.',
  fix: 'Send nosniff and Strict-Transport-Security on every answer, frame-ancestors on pages, a charset on text; take X-Powered-By and versions out; serve no TRACE.',
  idioms,
  refs: ['CWE-693', 'CWE-200', 'ASVS v5.0.0-3.4.1', 'ASVS v5.0.0-3.4.4', 'ASVS v5.0.0-4.1.1', 'ASVS v5.0.0-13.4.6'],
  checklist: ['Security headers'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
