// Whether reading the same again costs the same again.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'reads-cached',
  tier: 'post-launch',
  title: 'Frequent reads are cached, and nobody is given what was kept for another',
  why: 'Each screen of the app loads everything again, from the database on; what is kept for the wrong person is a leak.',
  fix: 'Answer reads with an ETag and 304, keep what is read often near the service and drop it on writes; mark what is one user’s as private.',
  idioms,
  refs: ['CWE-524', 'RFC 9111', 'RFC 9110 13'],
  checklist: ['Add caching layer'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
