// Is the service known to hold under load?
import { defineCheck } from '../../answer.ts';
import { idioms } from './idioms.ts';
import { judgeLoad } from './load.ts';

export default defineCheck({
  id: 'load-tested',
  tier: 'post-launch',
  title: 'The service holds its latency and failure budget under load',
  why: 'A service that was only ever tried by its developers falls over on the first busy evening, when every user is watching.',
  fix: 'Find the slow or failing step with the figures below, then raise capacity or shorten the work until the budget holds.',
  idioms,
  refs: ['CWE-400', 'OWASP API4:2023', 'ASVS v5.0.0-2.4.1'],
  checklist: ['Add load testing'],
  judge: { load: judgeLoad },
});
