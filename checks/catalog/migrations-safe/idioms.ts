// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `with op.get_context().autocommit_block():
    op.create_index("plans_user_id_idx", "plans", ["user_id"], postgresql_concurrently=True)`,
  django: `class Migration(migrations.Migration):
    atomic = False
    operations = [AddIndexConcurrently("plan", models.Index(fields=["user"], name="plan_user_idx"))]`,
  sql: `set lock_timeout = '2s';
create index concurrently plans_user_id_idx on plans (user_id); -- outside a transaction
alter table plans add constraint plans_user_fk foreign key (user_id) references users (id) not valid;
alter table plans validate constraint plans_user_fk; -- in a later migration
-- a column that must not be null: nullable first, filled in batches, then
alter table plans add constraint plans_title_set check (title is not null) not valid;`,
};
