// Whether a model that fails for a moment is asked again, later each time.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'llm-retries-backed-off',
  tier: 'post-launch',
  title: 'A failing model is asked again, after longer and longer pauses',
  why: 'Models refuse for seconds when they are busy: without a second try users see errors, and with tries at once the busy model gets busier.',
  fix: 'Leave repeats to one layer that waits longer each time, adds jitter, has an end and heeds Retry-After.',
  idioms,
  refs: ['CWE-703', 'RFC 9110 10.2.3', 'OWASP API10:2023'],
  mentions,
  drills: ['llm'],
  judge: { code: judgeCode, boot: judgeBoot },
});
