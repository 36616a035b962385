// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `await openai.responses.create({ model, input, max_output_tokens: 2_000 });

// before the model is asked
if (!(await budget.reserve(user.id, 4_000))) throw new TooManyRequests('the daily budget is spent');`,
  fastapi: `@router.post("/plans")
@limiter.limit("10/day", key_func=user_of)  # slowapi, by the user and not by the address
async def make(request: Request, body: PlanIn):
    return await client.responses.create(model=model, input=body.wish, max_output_tokens=2_000)`,
  python: `await client.responses.create(model=model, input=prompt, max_output_tokens=2_000)

# before the model is asked
if not await budget.reserve(user.id, 4_000):
    raise HTTPException(429, "the daily budget is spent")`,
};
