// Whether a developer’s tools stand open to everybody.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'debug-off',
  tier: 'app-store',
  title: 'No debug mode, reloader, trace or mock is on in production',
  why: 'A debugger’s page runs code for whoever finds it; a trace shows the source and its secrets.',
  fix: 'Make production the default and switch debug modes on by an environment variable that only development sets.',
  idioms,
  refs: ['CWE-489', 'CWE-215', 'OWASP API8:2023', 'ASVS v5.0.0-13.4.2'],
  checklist: ['Remove debug mode from production'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
