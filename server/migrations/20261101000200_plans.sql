-- Plans as one document in and out. Each function runs as its caller, so row-level security holds inside it,
-- and in one transaction, so a plan or a week is there whole or not at all.

create function public.read_plan(plan_id bigint) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select to_jsonb(plan) || jsonb_build_object('weekly_schedules', coalesce((
    select jsonb_agg(to_jsonb(week) || jsonb_build_object('daily_trainings', coalesce((
      select jsonb_agg(to_jsonb(day) || jsonb_build_object(
        'strength_exercises', coalesce((
          select jsonb_agg(to_jsonb(exercise) || jsonb_build_object('exercises', to_jsonb(known)) order by exercise.execution_order)
          from public.strength_exercise as exercise
          left join public.exercises as known on known.id = exercise.exercise_id
          where exercise.daily_training_id = day.id
        ), '[]'),
        'endurance_sessions', coalesce((
          select jsonb_agg(to_jsonb(session) order by session.execution_order)
          from public.endurance_session as session
          where session.daily_training_id = day.id
        ), '[]')
      ) order by day.scheduled_date)
      from public.daily_training as day
      where day.weekly_schedule_id = week.id
    ), '[]')) order by week.week_number)
    from public.weekly_schedules as week
    where week.training_plan_id = plan.id
  ), '[]'))
  from public.training_plans as plan
  where plan.id = read_plan.plan_id
$$;

create function public.read_plan_of_profile(profile_id bigint) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select public.read_plan(plan.id) from public.training_plans as plan where plan.user_profile_id = profile_id
$$;

-- Fills or replaces the week of that number; what the user did in it before is gone with its days.
create function public.save_week(plan_id bigint, draft jsonb) returns bigint
language plpgsql security invoker set search_path = ''
as $$
declare
  week_id bigint;
  day_id bigint;
  day jsonb;
begin
  insert into public.weekly_schedules (training_plan_id, week_number, focus_theme, primary_goal, progression_lever)
  values (plan_id, (draft->>'week_number')::integer, draft->>'focus_theme', draft->>'primary_goal', draft->>'progression_lever')
  on conflict (training_plan_id, week_number) do update
    set focus_theme = excluded.focus_theme, primary_goal = excluded.primary_goal, progression_lever = excluded.progression_lever
  returning id into week_id;

  delete from public.daily_training where weekly_schedule_id = week_id;
  for day in select each.value from jsonb_array_elements(draft->'daily_trainings') with ordinality as each order by each.ordinality loop
    insert into public.daily_training (weekly_schedule_id, day_of_week, is_rest_day, training_type, justification, scheduled_date)
    select week_id, given.day_of_week, given.is_rest_day, given.training_type, given.justification, given.scheduled_date
    from jsonb_populate_record(null::public.daily_training, day) as given
    returning id into day_id;

    insert into public.strength_exercise (daily_training_id, exercise_id, exercise_name, main_muscle, equipment, sets, reps, weight,
      execution_order, completed, target_area, main_muscles, force)
    select day_id, given.exercise_id, given.exercise_name, given.main_muscle, given.equipment, given.sets, given.reps, given.weight,
      given.execution_order, given.completed, given.target_area, given.main_muscles, given.force
    from jsonb_populate_recordset(null::public.strength_exercise, day->'strength_exercises') as given;

    insert into public.endurance_session (daily_training_id, name, description, sport_type, training_volume, unit, heart_rate_zone,
      execution_order, completed)
    select day_id, given.name, given.description, given.sport_type, given.training_volume, given.unit, given.heart_rate_zone,
      given.execution_order, given.completed
    from jsonb_populate_recordset(null::public.endurance_session, day->'endurance_sessions') as given;
  end loop;

  update public.training_plans set updated_at = now() where id = plan_id;
  return week_id;
end
$$;

-- One plan per profile: who comes second gets the plan that is there.
create function public.insert_plan(profile_id bigint, draft jsonb) returns jsonb
language plpgsql security invoker set search_path = ''
as $$
declare
  new_id bigint;
begin
  insert into public.training_plans (user_profile_id, title, summary, justification, ai_message)
  values (profile_id, draft->>'title', draft->>'summary', draft->>'justification', draft->>'ai_message')
  on conflict (user_profile_id) do nothing
  returning id into new_id;
  if new_id is not null then
    perform public.save_week(new_id, week.value) from jsonb_array_elements(draft->'weekly_schedules') as week;
  end if;
  return jsonb_build_object('inserted', new_id is not null, 'plan', public.read_plan_of_profile(profile_id));
end
$$;

-- Supabase lets everybody call every function by default.
revoke execute on function public.read_plan, public.read_plan_of_profile, public.save_week, public.insert_plan from public, anon;
grant execute on function public.read_plan, public.read_plan_of_profile, public.save_week, public.insert_plan to authenticated, service_role;
