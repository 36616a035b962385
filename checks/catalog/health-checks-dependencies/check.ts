// Readiness looks at what the service cannot work without, and says so when it is gone.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'health-checks-dependencies',
  tier: 'app-store',
  title: 'The health route looks at the dependencies, names each, and says 503 when one is down',
  why: 'A health route that always says yes keeps sending users to an instance that cannot reach its database, and nobody is called.',
  fix: 'Add a readiness route that asks the database with a short time limit, reports each dependency by name, and answers 503 when one that is needed is down; keep liveness free of it.',
  idioms,
  refs: ['CWE-754', 'RFC 9110 15.6.4', 'https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check-06'],
  checklist: ['Health check', 'Health checks verify dependencies'],
  mentions,
  probes,
  drills: ['database'],
  judge: { code: judgeCode, http: judgeHttp, boot: judgeBoot },
});
