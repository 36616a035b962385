create index concurrently plans_title on public.plans (title);
create table public.weeks (id bigint primary key, plan_id bigint);
-- Nobody writes to a table that was made a moment ago.
create index weeks_plan on public.weeks (plan_id);
alter table public.weeks add constraint weeks_plan foreign key (plan_id) references public.plans;
