// A model that fails once is asked again, later and later, and not for ever.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';

export default defineCheck({
  id: 'llm-retries-backed-off',
  tier: 'post-launch',
  title: 'A failed call of the model is tried again after a growing pause, as often as a cap allows',
  why: 'Without a retry a single hiccup of the provider fails a user; retries without a pause turn a hiccup into an outage and are billed.',
  fix: 'Retry with exponential backoff and jitter, honour Retry-After, and cap the attempts: the SDK does so with maxRetries, where nobody loops around it.',
  refs: ['CWE-400', 'OWASP API10:2023', 'RFC 9110 10.2.3'],
  checklist: ['Retry logic', 'Exponential backoff'],
  drills: ['llm'],
  judge: { boot: judgeBoot },
});
