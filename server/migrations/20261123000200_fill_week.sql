-- Fills the week of that number if it has no days yet. Of two who ask at once the second waits, finds the days there and leaves them: what
-- the first was answered stays true. False when there was nothing to fill.
create function public.fill_week(plan_id bigint, draft jsonb) returns boolean
language plpgsql security invoker set search_path = ''
as $$
begin
  perform 1 from public.training_plans as plan where plan.id = fill_week.plan_id for update;
  if exists (
    select 1 from public.daily_training as day
    join public.weekly_schedules as week on week.id = day.weekly_schedule_id
    where week.training_plan_id = fill_week.plan_id and week.week_number = (draft->>'week_number')::integer
  ) then
    return false;
  end if;
  perform public.save_week(fill_week.plan_id, draft);
  return true;
end
$$;

revoke execute on function public.fill_week from public, anon;
grant execute on function public.fill_week to authenticated, service_role;
