-- Who may see and change what. Nobody who is not signed in sees anything; who is signed in sees what hangs on their own profile.
-- A subselect on a table sees only the rows its own policy shows: so each policy asks one step up, and the profile decides.

alter table public.user_profiles enable row level security;
alter table public.training_plans enable row level security;
alter table public.weekly_schedules enable row level security;
alter table public.daily_training enable row level security;
alter table public.strength_exercise enable row level security;
alter table public.endurance_session enable row level security;
alter table public.exercises enable row level security;
alter table public.ai_exercises enable row level security;
alter table public.documents enable row level security;
alter table public.document_embeddings enable row level security;
alter table public.insights_summaries enable row level security;
alter table public.latency enable row level security;

-- Supabase grants everything to everybody by default and leaves it to the policies.
revoke all on all tables in schema public from anon, authenticated;

grant select, insert, update on public.user_profiles, public.training_plans, public.weekly_schedules to authenticated;
-- Days go when a week is written anew; what hangs on them goes with them.
grant select, insert, update, delete on public.daily_training to authenticated;
grant select, insert, update on public.strength_exercise, public.endurance_session, public.insights_summaries to authenticated;
grant select on public.exercises to authenticated;
grant all on all tables in schema public to service_role;

create policy own_profile on public.user_profiles to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

create policy own_plan on public.training_plans to authenticated
  using (exists (select 1 from public.user_profiles as profile where profile.id = user_profile_id))
  with check (exists (select 1 from public.user_profiles as profile where profile.id = user_profile_id));

create policy own_week on public.weekly_schedules to authenticated
  using (exists (select 1 from public.training_plans as plan where plan.id = training_plan_id))
  with check (exists (select 1 from public.training_plans as plan where plan.id = training_plan_id));

create policy own_day on public.daily_training to authenticated
  using (exists (select 1 from public.weekly_schedules as week where week.id = weekly_schedule_id))
  with check (exists (select 1 from public.weekly_schedules as week where week.id = weekly_schedule_id));

create policy own_exercise on public.strength_exercise to authenticated
  using (exists (select 1 from public.daily_training as day where day.id = daily_training_id))
  with check (exists (select 1 from public.daily_training as day where day.id = daily_training_id));

create policy own_session on public.endurance_session to authenticated
  using (exists (select 1 from public.daily_training as day where day.id = daily_training_id))
  with check (exists (select 1 from public.daily_training as day where day.id = daily_training_id));

create policy own_insights on public.insights_summaries to authenticated
  using (exists (select 1 from public.user_profiles as profile where profile.id = user_profile_id))
  with check (exists (select 1 from public.user_profiles as profile where profile.id = user_profile_id));

create policy catalogue_for_all on public.exercises for select to authenticated using (true);
