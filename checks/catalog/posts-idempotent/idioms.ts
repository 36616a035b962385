// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `router.post('/plans', signedIn, idempotent(store), makePlan);

// idempotent(): the key is looked up per user, with a hash of the body, before next()
const known = await store.begin({ user: req.user.id, key: req.get('Idempotency-Key'), hash: sha256(req.rawBody) });
if (known?.hash !== undefined && known.hash !== hash) return res.sendStatus(422);
if (known?.answer) return res.status(known.answer.status).json(known.answer.body);`,
  koa: `router.post('/plans', signedIn, idempotent(store), makePlan);

// idempotent(): the key is looked up per user, with a hash of the body, before next()
const known = await store.begin({ user: ctx.state.user.id, key: ctx.get('Idempotency-Key'), hash });
if (known?.answer) {
  ctx.status = known.answer.status;
  ctx.body = known.answer.body;
  return;
}
await next();
await store.finish(known, { status: ctx.status, body: ctx.body });`,
  fastapi: `@router.post("/plans")
async def make(body: PlanIn, user: CurrentUser, store: Store, idempotency_key: Annotated[str, Header(max_length=255)]):
    known = await store.begin(user.id, idempotency_key, hash_of(body))  # INSERT … ON CONFLICT DO NOTHING
    if known.answer is not None:
        return known.answer
    return await store.finish(known, await make_plan(body, user))`,
  django: `plan, made = Plan.objects.get_or_create(owner=request.user, key=request.headers["Idempotency-Key"], defaults=values)`,
  sql: `create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb,
  primary key (user_id, key)
);`,
};
