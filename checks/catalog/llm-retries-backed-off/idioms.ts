// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `const openai = new OpenAI({ maxRetries: 2, timeout: 30_000 }); // waits longer each time, with jitter, and heeds Retry-After

// over plain HTTP
await pRetry(ask, { retries: 2, randomize: true, maxTimeout: 20_000 });`,
  python: `client = AsyncOpenAI(max_retries=2, timeout=30.0)  # waits longer each time, with jitter, and heeds Retry-After


# over plain HTTP
@retry(wait=wait_random_exponential(max=20), stop=stop_after_attempt(3), retry=retry_if_exception_type(httpx.HTTPError))
async def ask(): ...`,
};
