// Whether a model that is down is left alone for a while.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';

export default defineCheck({
  id: 'llm-circuit-broken',
  tier: 'post-launch',
  title: 'A model that is down is left alone, and users get the answer without it at once',
  why: 'While the model is down, every request waits for its full timeout: requests pile up, and with them the whole service goes down.',
  fix: [
    'Put one circuit breaker round every call of the model, and answer without the model while it is open.',
    'Node: `const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) }); breaker.execute(() => client.responses.create(…))` (cockatiel), or `new CircuitBreaker(ask).fire(…)` (opossum).',
    'Python: `breaker = CircuitBreaker(fail_max=5, reset_timeout=30)` and `@breaker` over the function that asks (pybreaker, aiobreaker), or `@circuit` (circuitbreaker).',
  ].join('\n'),
  refs: ['CWE-400', 'CWE-703', 'ASVS v5.0.0-16.5.2', 'OWASP API10:2023'],
  mentions,
  drills: ['llm'],
  judge: { code: judgeCode, boot: judgeBoot },
});
