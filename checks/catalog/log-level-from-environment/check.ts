// How much is logged is set from outside, without a new build.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'log-level-from-environment',
  tier: 'app-store',
  title: 'The log level comes from the environment, and DEBUG is not what production runs with',
  why: 'A level that is built in cannot be raised while a failure is being looked for, and a debug level left on writes personal data and costs money with every request.',
  fix: 'Read LOG_LEVEL from the environment, default to INFO, and give it to the logger that every module uses.',
  idioms,
  refs: ['CWE-779', 'CWE-532', 'v5.0.0-16.2.1', 'https://12factor.net/config'],
  checklist: ['Log levels'],
  mentions,
  drills: ['levels'],
  judge: { code: judgeCode, boot: judgeBoot },
});
