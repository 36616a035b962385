// What the ticked-off trainings say, by rule: numbers first, then sentences made of them.

interface DoneDay {
  readonly is_rest_day: boolean;
  readonly strength_exercises: readonly { readonly main_muscle: string; readonly sets: number; readonly completed: boolean }[];
  readonly endurance_sessions: readonly { readonly training_volume: number; readonly completed: boolean }[];
}
/** The app's copy of a plan, or ours: as much of it as the numbers need. */
export interface DonePlan {
  readonly weekly_schedules: readonly { readonly daily_trainings: readonly DoneDay[] }[];
}
export interface Metrics {
  readonly training_days: number;
  readonly trained_days: number;
  readonly completion: number;
  readonly sets_by_muscle: Readonly<Record<string, number>>;
  readonly endurance_volume: number;
}
export interface Insights {
  readonly summary: string;
  /** Two or three. */
  readonly findings: readonly string[];
  readonly recommendations: readonly string[];
}

export function metricsOf(plan: DonePlan): Metrics {
  const days = plan.weekly_schedules.flatMap(({ daily_trainings }) => daily_trainings).filter(({ is_rest_day }) => !is_rest_day);
  const strength = days.flatMap(({ strength_exercises }) => strength_exercises);
  const endurance = days.flatMap(({ endurance_sessions }) => endurance_sessions);
  const work = [...strength, ...endurance];
  const setsByMuscle = new Map<string, number>();
  for (const { main_muscle, sets, completed } of strength)
    if (completed) setsByMuscle.set(main_muscle, (setsByMuscle.get(main_muscle) ?? 0) + sets);
  return {
    training_days: days.length,
    trained_days: days.filter((day) => [...day.strength_exercises, ...day.endurance_sessions].some(({ completed }) => completed)).length,
    completion: work.length === 0 ? 0 : Math.round((work.filter(({ completed }) => completed).length / work.length) * 100) / 100,
    sets_by_muscle: Object.fromEntries([...setsByMuscle].sort(([, a], [, b]) => b - a)),
    endurance_volume: endurance.filter(({ completed }) => completed).reduce((sum, { training_volume }) => sum + training_volume, 0),
  };
}

export function insightsOf({ training_days, trained_days, completion, sets_by_muscle, endurance_volume }: Metrics): Insights {
  const [most] = Object.keys(sets_by_muscle);
  const percent = Math.round(completion * 100);
  return {
    summary: `You trained on ${trained_days} of ${training_days} planned days and did ${percent} % of the work.`,
    findings: [
      completion >= 0.8
        ? 'You keep to your plan very well.'
        : completion >= 0.4
          ? 'You keep to a good part of your plan.'
          : 'Most of the planned work is still ahead of you.',
      most === undefined ? 'No strength set is ticked off yet.' : `Most of your sets went to: ${most}.`,
    ],
    recommendations: [
      completion < 0.4
        ? 'Plan fewer or shorter sessions, and keep those.'
        : 'Go on like this and add a little weight where the last set felt easy.',
      endurance_volume === 0 ? 'Add one easy endurance session a week for your heart.' : 'Keep the endurance sessions easy enough to talk.',
    ],
  };
}
