// Whether a model that fails for a moment is asked again, later each time.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';

export default defineCheck({
  id: 'llm-retries-backed-off',
  tier: 'post-launch',
  title: 'A failing model is asked again, after longer and longer pauses',
  why: 'Models refuse for seconds when they are busy: without a second try users see errors, and with tries at once the busy model gets busier.',
  fix: [
    'Leave repeats to one layer that waits longer each time, adds jitter, has an end and heeds Retry-After.',
    'OpenAI and Anthropic SDKs do: `new OpenAI({ maxRetries: 2 })`, `AsyncOpenAI(max_retries=2)`.',
    'Over plain HTTP: `pRetry(() => ask(), { retries: 2, randomize: true })`, or in Python `@retry(wait=wait_random_exponential(max=20), stop=stop_after_attempt(3))`.',
  ].join('\n'),
  refs: ['CWE-703', 'RFC 9110 10.2.3', 'OWASP API10:2023'],
  mentions,
  drills: ['llm'],
  judge: { code: judgeCode, boot: judgeBoot },
});
