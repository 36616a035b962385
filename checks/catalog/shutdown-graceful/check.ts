// A service that is told to stop finishes what it took on, and says beforehand that it takes no more.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'shutdown-graceful',
  tier: 'app-store',
  title: 'Told to stop, the service turns unready, finishes every request it accepted and leaves in time',
  why: 'Each deployment stops every instance once: whoever is being answered then gets a broken connection, and what was half written stays so.',
  fix: 'On SIGTERM answer readiness with 503, go on serving for a moment, then close the listener, finish open requests within a deadline and exit 0.',
  idioms,
  refs: ['CWE-404', 'RFC 9110 15.6.4', 'https://12factor.net/disposability'],
  checklist: ['Graceful shutdown'],
  mentions,
  drills: ['shutdown'],
  judge: { code: judgeCode, boot: judgeBoot },
});
