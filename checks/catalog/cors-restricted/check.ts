// Which web pages may read the API's answers with a user's session.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'cors-restricted',
  tier: 'testflight',
  title: 'Only named origins may read answers in a browser',
  why: 'With any origin admitted, every web page a user visits can call the API from their browser and read what comes back.',
  fix: 'List the exact origins of your own web clients, compare whole strings, send Vary: Origin, and refuse everything else.',
  idioms,
  refs: ['CWE-942', 'OWASP API8:2023', 'ASVS v5.0.0-3.4.2', 'Fetch: CORS protocol'],
  checklist: ['Restrict CORS origins'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
