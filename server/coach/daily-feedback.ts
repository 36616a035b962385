// What one training day teaches: lasting facts only, so that a single bad day is no lesson.
import type { DailyFeedback } from '../contract/requests.ts';
import { jointsIn } from './athlete.ts';
import { injuryLesson, type Learned } from './lessons.ts';

const LITTLE = 0.3;

export function lessonsOfDay(day: DailyFeedback): readonly Learned[] {
  const hurting = day.injury_reported === true ? [...jointsIn(day.injury_description ?? '')].map(injuryLesson) : [];
  const lessons: Learned[] = [...hurting];
  const about = `${day.day_of_week} sessions`;
  if (day.completion_percentage <= LITTLE) lessons.push(lesson(`The user could not do much of the ${about}.`, 'adherence', false));
  if (day.difficulty === 5) lessons.push(lesson(`The user finds the ${about} very hard.`, 'difficulty', false));
  if (day.difficulty === 1) lessons.push(lesson(`The user finds the ${about} very easy and can do more.`, 'difficulty', true));
  if (day.enjoyment === 5) lessons.push(lesson(`The user enjoys the ${about}.`, 'preference', true));
  return lessons;
}

const lesson = (text: string, tag: string, positive: boolean): Learned => ({ text, tags: [tag], positive, confidence: 0.5 });
