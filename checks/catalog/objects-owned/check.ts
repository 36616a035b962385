// Whether signed-in users reach only what is theirs.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'objects-owned',
  tier: 'testflight',
  title: 'A user reaches only what is theirs',
  why: 'Whoever signs in can count through ids and read, change or delete what belongs to everybody else.',
  fix: 'Put the owner into every lookup by id, and answer 404 where nothing is found.',
  idioms,
  refs: ['CWE-639', 'CWE-862', 'OWASP API1:2023', 'ASVS v5.0.0-8.2.2'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
