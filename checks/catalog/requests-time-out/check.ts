// How long one client or one upstream may hold the service.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'requests-time-out',
  tier: 'testflight',
  title: 'Every request ends in time, whoever is slow',
  why: 'A few clients on bad networks, or one with bad intent, hold all connections, and the app hangs for everybody else.',
  fix: 'Set limits for headers, body and idle connections on the server, and a timeout on every outbound client.',
  idioms,
  refs: ['CWE-400', 'CWE-1088', 'OWASP API4:2023', 'RFC 9110 15.5.9'],
  checklist: ['Add request timeout'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
