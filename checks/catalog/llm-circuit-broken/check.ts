// A model that keeps failing is left alone for a while, so that users are answered at once.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';

export default defineCheck({
  id: 'llm-circuit-broken',
  tier: 'post-launch',
  title: 'A circuit breaker stops calling a model that keeps failing, and tries it again later',
  why: 'While the provider is down each user waits out every time limit and retry before being told no, and the waiting requests take the service down with it.',
  fix: 'Put a circuit breaker around the client of the model (opossum, cockatiel, pybreaker, purgatory), on the path that every call takes, with a half-open trial after some seconds.',
  refs: ['CWE-400', 'v5.0.0-16.5.2', 'OWASP API10:2023'],
  checklist: ['Circuit breaker'],
  drills: ['llm'],
  judge: { boot: judgeBoot },
});
