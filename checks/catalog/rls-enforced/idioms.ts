// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  sql: `alter table plans enable row level security;
create policy "own plans" on plans for all to authenticated
  using ((select auth.uid()) = user_id)
  with check ((select auth.uid()) = user_id);
revoke all on plans from anon;
create view plan_titles with (security_invoker = true) as select id, title from plans;`,
};
