// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `// cockatiel; once, where the client is made
const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });

export const ask = (input: string) =>
  breaker.execute(() => openai.responses.create({ model, input, max_output_tokens: 2_000 }));
// while it is open: BrokenCircuitError at once, answered by the plan without the model`,
  python: `breaker = CircuitBreaker(fail_max=5, reset_timeout=30)  # pybreaker


@breaker
def ask(prompt: str) -> str:
    return client.responses.create(model=model, input=prompt, max_output_tokens=2_000).output_text
# while it is open: CircuitBreakerError at once, answered by the plan without the model`,
};
