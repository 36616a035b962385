// What the onboarding says about a person, as the plan needs it. Answers are data: words are looked for, nothing is obeyed.
import type { PersonalInfo } from '../contract/personal-info.ts';
import { type Sport, sports } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Answers } from '../contract/question.ts';
import type { Equipment, Joint } from './catalogue.ts';

export type Goal = 'strength' | 'muscle' | 'weight-loss' | 'endurance' | 'health';
export interface Athlete {
  readonly goal: Goal;
  readonly level: PersonalInfo['experience_level'];
  readonly daysPerWeek: number;
  readonly minutes: number;
  readonly equipment: ReadonlySet<Equipment>;
  readonly sparedJoints: ReadonlySet<Joint>;
  readonly sport: Sport;
  readonly bodyWeightKg: number;
  readonly gender: PersonalInfo['gender'];
  readonly weightUnit: PersonalInfo['weight_unit'];
}

const goals: readonly (readonly [RegExp, Goal])[] = [
  [/marathon|\brun|endurance|cycl|triathlon|\b5k|\b10k|stamina/i, 'endurance'],
  [/los(?:e|ing)|fat|slim|lean|weight loss/i, 'weight-loss'],
  [/muscle|bulk|hypertroph|size|mass|physique/i, 'muscle'],
  [/strong|strength|powerlift|1rm|deadlift|bench/i, 'strength'],
];
const joints: readonly (readonly [RegExp, Joint])[] = [
  [/knee|menisc|patella|\bacl\b/i, 'knee'],
  [/\bhips?\b|groin/i, 'hip'],
  [/ankle|achilles|foot|heel/i, 'ankle'],
  [/back|spine|disc|sciatic|lumbar/i, 'lower back'],
  [/shoulder|rotator/i, 'shoulder'],
  [/elbow/i, 'elbow'],
  [/wrist|carpal|\bhand/i, 'wrist'],
  [/neck|cervical/i, 'neck'],
];
const equipmentWords: readonly (readonly [RegExp, readonly Equipment[]])[] = [
  [/gym/i, ['dumbbell', 'barbell', 'machine', 'band', 'kettlebell']],
  [/dumbbell/i, ['dumbbell']],
  [/barbell/i, ['barbell']],
  [/machine|cable/i, ['machine']],
  [/band/i, ['band']],
  [/kettlebell/i, ['kettlebell']],
];
const jarring: ReadonlySet<Sport> = new Set(['running', 'hiking', 'jump_rope', 'stair_climbing']);

export function readAthlete(info: PersonalInfo, answers: Answers): Athlete {
  const sparedJoints = jointsIn(wordsOf(answers.injuries));
  return {
    goal: goals.find(([words]) => words.test(info.goal_description))?.[1] ?? 'health',
    level: info.experience_level,
    daysPerWeek: numberOf(answers.training_days, 3, 2, 6),
    minutes: numberOf(answers.session_minutes, 45, 20, 120),
    equipment: equipmentIn(wordsOf(answers.equipment)),
    sparedJoints,
    sport: sportIn(wordsOf(answers.endurance_sport), sparedJoints),
    bodyWeightKg: info.weight_unit === 'lbs' ? info.weight * 0.4536 : info.weight,
    gender: info.gender,
    weightUnit: info.weight_unit,
  };
}

/** The same person with the injuries that were learned of since. */
export function withLessons(athlete: Athlete, playbook: Playbook | undefined): Athlete {
  const injuries = (playbook?.lessons ?? [])
    .filter(({ tags, positive }) => !positive && tags.includes('injury'))
    .map(({ tags }) => tags.join(' '));
  return { ...athlete, sparedJoints: new Set([...athlete.sparedJoints, ...jointsIn(injuries.join(' '))]) };
}

/** Joints a text says are in trouble. */
export function jointsIn(text: string): ReadonlySet<Joint> {
  return new Set(joints.filter(([words]) => words.test(text)).map(([, joint]) => joint));
}

function equipmentIn(text: string): ReadonlySet<Equipment> {
  return new Set<Equipment>(['none', ...equipmentWords.filter(([words]) => words.test(text)).flatMap(([, equipment]) => equipment)]);
}

function sportIn(text: string, spared: ReadonlySet<Joint>): Sport {
  const wished = sports.find((sport) => text.includes(sport)) ?? 'walking';
  const sore = spared.has('knee') || spared.has('ankle') || spared.has('hip');
  return sore && jarring.has(wished) ? 'cycling' : wished;
}

/** The words of an answer of any kind; a "no" says nothing. */
function wordsOf(answer: Answers[string] | undefined): string {
  if (typeof answer === 'string') return answer;
  if (Array.isArray(answer)) return answer.join(' ');
  if (typeof answer === 'object' && answer !== null && 'boolean' in answer) return answer.boolean ? (answer.text ?? '') : '';
  return '';
}

function numberOf(answer: Answers[string] | undefined, otherwise: number, least: number, most: number): number {
  const number = typeof answer === 'number' ? answer : Number.parseInt(wordsOf(answer), 10);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, Math.round(number))) : otherwise;
}
