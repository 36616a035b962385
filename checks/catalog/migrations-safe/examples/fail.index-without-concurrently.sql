-- The table is from an earlier release.
create index plans_title on public.plans (title); -- <- finding
create unique index plans_slug on plans (slug); -- <- finding
