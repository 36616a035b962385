// How hard a week is: sets, repetitions and weights that rise for three weeks and fall back in the fourth.
import type { StrengthDraft } from '../contract/plan.ts';
import type { Athlete, Goal } from './athlete.ts';
import type { Exercise } from './catalogue.ts';

export interface Effort {
  readonly theme: string;
  readonly lever: string;
  readonly sets: number;
  readonly reps: number;
  /** Factor on starting weights and times. */
  readonly load: number;
}

const repsOf: Readonly<Record<Goal, number>> = { strength: 6, muscle: 10, 'weight-loss': 12, endurance: 12, health: 10 };
const levelFactor: Readonly<Record<Athlete['level'], number>> = { novice: 0.8, beginner: 1, intermediate: 1.3, advanced: 1.6 };
const genderFactor: Readonly<Record<Athlete['gender'], number>> = { male: 1, other: 0.85, female: 0.75 };

/** The effort of a week, counted from 1; `ease` is how many steps easier (or, negative, harder) the person asked for it. */
export function effortOf(athlete: Athlete, weekNumber: number, ease: number): Effort {
  const block = Math.floor((weekNumber - 1) / 4);
  const step = (weekNumber - 1) % 4;
  const deload = step === 3;
  const baseSets = athlete.level === 'novice' ? 2 : 3;
  const sets = baseSets + (deload ? -1 : step === 2 ? 1 : 0);
  const load = (1 + 0.05 * block + 0.025 * (deload ? 0 : step)) * (deload ? 0.85 : 1) * 0.9 ** ease;
  return {
    theme: deload ? 'Recover and absorb' : (['Find your weights', 'Build', 'Push'][step] ?? 'Build'),
    lever: deload
      ? 'Less weight and one set less'
      : (['Technique first', 'A little more weight', 'One more set'][step] ?? 'A little more weight'),
    sets: Math.min(6, Math.max(1, sets)),
    reps: Math.max(4, repsOf[athlete.goal] - Math.max(ease, 0)),
    load,
  };
}

/** An exercise with its sets, repetitions and weights, in the user's unit. */
export function prescription(athlete: Athlete, exercise: Exercise, effort: Effort, order: number): StrengthDraft {
  const { movement: _movement, loads: _loads, share, ...row } = exercise;
  const kg = athlete.bodyWeightKg * share * levelFactor[athlete.level] * genderFactor[athlete.gender] * effort.load;
  const weight = share === 0 ? 0 : loadable(kg, exercise.equipment, athlete.weightUnit);
  return {
    exercise_id: exercise.id,
    exercise_name: exercise.name,
    main_muscle: exercise.main_muscles[0] ?? exercise.target_area,
    equipment: exercise.equipment,
    sets: effort.sets,
    reps: Array.from({ length: effort.sets }, () => effort.reps),
    weight: Array.from({ length: effort.sets }, () => weight),
    execution_order: order,
    completed: false,
    target_area: exercise.target_area,
    main_muscles: exercise.main_muscles,
    force: exercise.force,
    exercises: row,
  };
}

/** Minutes of an endurance session, to 5. */
export function sessionMinutes(athlete: Athlete, effort: Effort): number {
  return Math.max(10, Math.round((athlete.minutes * 0.7 * effort.load) / 5) * 5);
}

/** The nearest weight that can be put together, and never less than an empty bar. */
function loadable(kg: number, equipment: string, unit: Athlete['weightUnit']): number {
  const amount = unit === 'lbs' ? kg / 0.4536 : kg;
  const step = unit === 'lbs' ? 5 : equipment === 'dumbbell' ? 1 : 2.5;
  const least = equipment === 'barbell' ? (unit === 'lbs' ? 45 : 20) : step;
  return Math.max(least, Math.round(amount / step) * step);
}
