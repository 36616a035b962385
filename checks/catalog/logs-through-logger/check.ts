// What the service says goes through its logger, not past it.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'logs-through-logger',
  tier: 'testflight',
  title: 'Everything the service says goes through its logger',
  why: 'A printed line has no level, no time and no request: it cannot be filtered, searched or redacted, and on-call staff read it when a tester is already stuck.',
  fix: 'Replace print and console calls in service code with calls of the logger, and let the logger alone write to stdout.',
  idioms,
  refs: ['CWE-778', 'CWE-532', 'v5.0.0-16.2.1', 'https://12factor.net/logs'],
  checklist: ['Remove print statements'],
  mentions,
  judge: { code: judgeCode, boot: judgeBoot },
});
