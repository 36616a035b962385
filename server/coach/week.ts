// One full week for one person: which days, which movements, which exercises. The same input gives the same week.
import { type DayDraft, type DayName, dayNames, type EnduranceDraft, type StrengthDraft, type WeekDraft } from '../contract/plan.ts';
import type { Athlete } from './athlete.ts';
import { catalogue, type Exercise, type Movement } from './catalogue.ts';
import { type Effort, effortOf, prescription, sessionMinutes } from './progression.ts';

type Kind = 'full' | 'upper' | 'lower' | 'endurance';
const movements: Readonly<Record<Exclude<Kind, 'endurance'>, readonly Movement[]>> = {
  full: ['squat', 'push', 'row', 'hinge', 'press', 'core', 'lunge'],
  upper: ['push', 'row', 'press', 'pull-down', 'arms', 'core', 'push'],
  lower: ['squat', 'hinge', 'lunge', 'core', 'calves', 'squat', 'hinge'],
};
const daysOf: Readonly<Record<number, readonly DayName[]>> = {
  2: ['Monday', 'Thursday'],
  3: ['Monday', 'Wednesday', 'Friday'],
  4: ['Monday', 'Tuesday', 'Thursday', 'Friday'],
  5: ['Monday', 'Tuesday', 'Wednesday', 'Friday', 'Saturday'],
  6: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const difficulties = ['novice', 'intermediate', 'advanced'];

/** The full week of that number; `monday` is its first day. */
export function fullWeek(athlete: Athlete, weekNumber: number, monday: Date, ease = 0): WeekDraft {
  const effort = effortOf(athlete, weekNumber, ease);
  const trainingDays = daysOf[athlete.daysPerWeek] ?? ['Monday', 'Wednesday', 'Friday'];
  const kinds = kindsOf(athlete);
  const days = dayNames.map((name, index) => {
    const date = new Date(monday.getTime() + index * 86_400_000).toISOString().slice(0, 10);
    const position = trainingDays.indexOf(name);
    const kind = position < 0 ? undefined : kinds[position % kinds.length];
    return kind === undefined ? restDay(name, date) : trainingDay(athlete, name, date, kind, position, effort);
  });
  return { ...outlineWeek(athlete, weekNumber), daily_trainings: days };
}

/** What a week is about, before its days are written. */
export function outlineWeek(athlete: Athlete, weekNumber: number): WeekDraft {
  const { theme, lever } = effortOf(athlete, weekNumber, 0);
  return {
    week_number: weekNumber,
    focus_theme: theme,
    primary_goal: goalText[athlete.goal],
    progression_lever: lever,
    daily_trainings: [],
  };
}

const goalText: Readonly<Record<Athlete['goal'], string>> = {
  strength: 'Lift more with sound technique',
  muscle: 'Build muscle with steady volume',
  'weight-loss': 'Burn energy and keep muscle',
  endurance: 'Go longer at an easy pace',
  health: 'Move well and feel better',
};

function kindsOf({ goal, daysPerWeek }: Athlete): readonly Kind[] {
  if (goal === 'endurance') return ['endurance', 'full', 'endurance', 'full', 'endurance'];
  if (goal === 'weight-loss' || goal === 'health')
    return daysPerWeek > 3 ? ['full', 'endurance', 'full', 'endurance'] : ['full', 'endurance', 'full'];
  return daysPerWeek > 3 ? ['upper', 'lower'] : ['full'];
}

function restDay(name: DayName, date: string): DayDraft {
  const justification = 'Rest lets the body adapt to the work of the other days.';
  return {
    day_of_week: name,
    is_rest_day: true,
    training_type: 'rest',
    justification,
    scheduled_date: date,
    strength_exercises: [],
    endurance_sessions: [],
  };
}

function trainingDay(athlete: Athlete, name: DayName, date: string, kind: Kind, position: number, effort: Effort): DayDraft {
  const strength = kind === 'endurance' ? [] : strengthExercises(athlete, movements[kind], position, effort);
  const endurance = strength.length === 0 ? [enduranceSession(athlete, effort)] : [];
  return {
    day_of_week: name,
    is_rest_day: false,
    training_type: strength.length > 0 ? 'strength' : 'endurance',
    justification:
      strength.length > 0
        ? `${kind === 'upper' ? 'An' : 'A'} ${kind}-body session within your ${athlete.minutes} minutes.`
        : 'Easy endurance builds the base that everything else rests on.',
    scheduled_date: date,
    strength_exercises: strength,
    endurance_sessions: endurance,
  };
}

function strengthExercises(athlete: Athlete, wanted: readonly Movement[], position: number, effort: Effort): readonly StrengthDraft[] {
  const fitting = Math.max(2, Math.min(wanted.length, Math.floor((athlete.minutes - 8) / (effort.sets * 2.5))));
  const chosen: Exercise[] = [];
  for (const movement of wanted) {
    const options = safeExercises(athlete).filter((each) => each.movement === movement && !chosen.includes(each));
    // Later days of a week take the next best exercise, for variety that stays the same from week to week.
    const pick = options[Math.floor(position / 2) % Math.max(1, Math.min(options.length, 2))];
    if (pick !== undefined && chosen.length < fitting) chosen.push(pick);
  }
  return chosen.map((exercise, index) => prescription(athlete, exercise, effort, index + 1));
}

/** What this person may do, best known first: owned equipment, level, and no load on a joint that is to be spared. */
export function safeExercises(athlete: Athlete): readonly Exercise[] {
  const level = athlete.level === 'beginner' ? 0 : Math.max(0, difficulties.indexOf(athlete.level));
  return catalogue
    .filter(({ equipment }) => athlete.equipment.has(equipment))
    .filter(({ difficulty }) => difficulties.indexOf(difficulty) <= level)
    .filter(({ loads }) => !loads.some((joint) => athlete.sparedJoints.has(joint)))
    .sort((a, b) => b.popularity - a.popularity);
}

function enduranceSession(athlete: Athlete, effort: Effort): EnduranceDraft {
  return {
    name: `Easy ${athlete.sport.replace('_', ' ')}`,
    description: 'At a pace at which you could still talk.',
    sport_type: athlete.sport,
    training_volume: sessionMinutes(athlete, effort),
    unit: 'minutes',
    heart_rate_zone: 2,
    execution_order: 1,
    completed: false,
  };
}
