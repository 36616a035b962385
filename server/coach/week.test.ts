import { describe, expect, it } from 'vitest';
import type { PersonalInfo } from '../contract/personal-info.ts';
import { readAthlete } from './athlete.ts';
import { catalogue } from './catalogue.ts';
import { firstMonday, ruleBasedPlan } from './plan.ts';
import { fullWeek } from './week.ts';

const info: PersonalInfo = {
  username: 'ada_l',
  age: 36,
  weight: 62,
  height: 168,
  weight_unit: 'kg',
  height_unit: 'cm',
  measurement_system: 'metric',
  gender: 'female',
  goal_description: 'build muscle all over',
  experience_level: 'intermediate',
  user_id: null,
};
const monday = new Date('2026-11-23T00:00:00Z');
const gym = { training_days: 4, session_minutes: 60, equipment: ['full_gym'] };
const words = ['nothing', 'dumbbell', 'band', 'full_gym'] as const;

describe('a week', () => {
  it('is the same for the same person', () => {
    expect(fullWeek(readAthlete(info, gym), 1, monday)).toEqual(fullWeek(readAthlete(info, gym), 1, monday));
  });

  it('has seven dated days, and work on exactly the days that are no rest', () => {
    for (const days of [2, 3, 4, 5, 6]) {
      for (const equipment of words) {
        for (const goal of ['get strong', 'run a marathon', 'lose weight please', 'feel better daily']) {
          const athlete = readAthlete(
            { ...info, goal_description: goal },
            {
              training_days: days,
              session_minutes: 40,
              equipment: [equipment],
              injuries: { boolean: true, text: 'knee, shoulder, wrist and lower back' },
            },
          );
          const week = fullWeek(athlete, 1, monday);
          expect(week.daily_trainings.map(({ scheduled_date }) => scheduled_date)).toEqual(
            ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
          );
          expect(week.daily_trainings.filter(({ is_rest_day }) => !is_rest_day)).toHaveLength(days);
          for (const day of week.daily_trainings)
            expect(day.strength_exercises.length + day.endurance_sessions.length > 0).toBe(!day.is_rest_day);
        }
      }
    }
  });

  it('loads no joint that hurts, needs nothing that is not there, asks no more than the level allows', () => {
    const athlete = readAthlete(
      { ...info, experience_level: 'novice' },
      { ...gym, equipment: ['dumbbell'], injuries: { boolean: true, text: 'bad knee' } },
    );
    const used = fullWeek(athlete, 1, monday).daily_trainings.flatMap(({ strength_exercises }) =>
      strength_exercises.map(({ exercise_id }) => catalogue.find(({ id }) => id === exercise_id)),
    );
    expect(used.length).toBeGreaterThan(4);
    for (const exercise of used) {
      expect(exercise?.loads).not.toContain('knee');
      expect(['none', 'dumbbell']).toContain(exercise?.equipment);
      expect(exercise?.difficulty).toBe('novice');
    }
  });

  it('has one repetition count and one weight per set, rising until the recovery week', () => {
    const loads = [1, 2, 3, 4].map((number) => {
      const exercises = fullWeek(readAthlete(info, gym), number, monday).daily_trainings.flatMap(
        ({ strength_exercises }) => strength_exercises,
      );
      for (const { sets, reps, weight } of exercises) expect([reps.length, weight.length]).toEqual([sets, sets]);
      return exercises.flatMap(({ weight }) => weight).reduce((sum, kg) => sum + kg, 0);
    });
    expect(loads[1]).toBeGreaterThanOrEqual(loads[0] ?? 0);
    expect(loads[2]).toBeGreaterThan(loads[1] ?? 0);
    expect(loads[3]).toBeLessThan(loads[0] ?? 0);
  });

  it('weighs in the unit of the user', () => {
    const [kg, lbs] = [info, { ...info, weight: 137, weight_unit: 'lbs' as const }].map(
      (person) => fullWeek(readAthlete(person, gym), 1, monday).daily_trainings[0]?.strength_exercises[0]?.weight[0] ?? 0,
    );
    expect((lbs ?? 0) / (kg ?? 1)).toBeGreaterThan(1.8);
  });
});

describe('a plan', () => {
  it('has one full week and twelve in outline, from a Monday', () => {
    const plan = ruleBasedPlan(readAthlete(info, gym), info, firstMonday(new Date('2026-11-28T12:00:00Z')));
    expect(plan.weekly_schedules.map(({ daily_trainings }) => daily_trainings.length)).toEqual([7, ...Array(12).fill(0)]);
    expect(plan.weekly_schedules[0]?.daily_trainings[0]?.scheduled_date).toBe('2026-11-30');
    expect(firstMonday(new Date('2026-11-25T12:00:00Z'))).toEqual(monday);
  });
});
