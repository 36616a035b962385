// Whether a model that is down is left alone for a while.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'llm-circuit-broken',
  tier: 'post-launch',
  title: 'A model that is down is left alone, and users get the answer without it at once',
  why: 'While the model is down, every request waits for its full timeout: requests pile up, and with them the whole service goes down.',
  fix: 'Put one circuit breaker round every call of the model, and answer without the model while it is open.',
  idioms,
  refs: ['CWE-400', 'CWE-703', 'ASVS v5.0.0-16.5.2', 'OWASP API10:2023'],
  mentions,
  drills: ['llm'],
  judge: { code: judgeCode, boot: judgeBoot },
});
