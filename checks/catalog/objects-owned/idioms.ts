// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `const { data: plan } = await db.from('plans').select('id, title')
  .eq('id', req.params.id)
  .eq('user_id', req.user.id) // the owner is part of the question
  .maybeSingle();
if (!plan) return res.sendStatus(404);`,
  koa: `const { data: plan } = await db.from('plans').select('id, title')
  .eq('id', ctx.params.id)
  .eq('user_id', ctx.state.user.id) // the owner is part of the question
  .maybeSingle();
if (!plan) ctx.throw(404);`,
  fastify: `const plan = await prisma.plan.findFirst({ where: { id: request.params.id, userId: request.user.id } });
if (!plan) return reply.code(404).send();`,
  nest: `@Get(':id')
async plan(@Param('id') id: string, @CurrentUser() user: User) {
  const plan = await this.plans.findOneBy({ id, owner: { id: user.id } });
  if (!plan) throw new NotFoundException();
  return plan;
}`,
  hono: `const plan = await prisma.plan.findFirst({ where: { id: c.req.param('id'), userId: c.get('user').id } });
if (!plan) return c.notFound();`,
  fastapi: `@router.get("/plans/{plan_id}")
async def plan(plan_id: UUID, user: CurrentUser, session: Session):
    found = await session.scalar(select(Plan).where(Plan.id == plan_id, Plan.user_id == user.id))
    if found is None:
        raise HTTPException(404)
    return found

# where the path names a user
if user_id != user.id:
    raise HTTPException(404)`,
  flask: `plan = current_user.plans.filter_by(id=plan_id).first_or_404()`,
  django: `plan = get_object_or_404(Plan, pk=pk, owner=request.user)

# in a view set
def get_queryset(self):
    return Plan.objects.filter(owner=self.request.user)`,
};
