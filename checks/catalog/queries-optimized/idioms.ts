// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  node: `// Supabase: once, not once per plan
await db.from('plans').select('id, title, weeks(id, days(id))').in('id', ids).limit(100);
// Prisma
await prisma.plan.findMany({ where: { id: { in: ids } }, include: { weeks: true }, take: 100 });
// knex
await knex('weeks').select('id', 'plan_id').whereIn('plan_id', ids).limit(1_000);`,
  django: `Plan.objects.only("id", "title").select_related("owner").prefetch_related("weeks")[:100]`,
  python: `# SQLAlchemy
session.scalars(select(Plan).options(selectinload(Plan.weeks)).where(Plan.id.in_(ids)).limit(100))
# Supabase
db.table("plans").select("id, title, weeks(id)").in_("id", ids).limit(100).execute()`,
  sql: `create index concurrently weeks_plan_id_idx on weeks (plan_id);`,
};
