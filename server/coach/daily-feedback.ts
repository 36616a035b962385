// What one training day teaches: lasting facts only, so that a single bad day is no lesson.
import type { DayName } from '../contract/plan.ts';
import type { DailyFeedback } from '../contract/requests.ts';
import { jointsIn } from './athlete.ts';
import { injuryLesson, type Learned } from './lessons.ts';

const LITTLE = 0.3;

export function lessonsOfDay(day: DailyFeedback, dayName: DayName): readonly Learned[] {
  const about = `${dayName} sessions`;
  const lessons = day.injury_reported === true ? injuriesIn(day.injury_description ?? '', about) : [];
  if (day.completion_percentage <= LITTLE) lessons.push(lesson(`The user could not do much of the ${about}.`, 'adherence', false));
  if (day.difficulty === 5) lessons.push(lesson(`The user finds the ${about} very hard.`, 'difficulty', false));
  if (day.difficulty === 1) lessons.push(lesson(`The user finds the ${about} very easy and can do more.`, 'difficulty', true));
  if (day.enjoyment === 5) lessons.push(lesson(`The user enjoys the ${about}.`, 'preference', true));
  return lessons;
}

/** An injury in words that name no joint we know is remembered as one all the same. */
function injuriesIn(text: string, about: string): Learned[] {
  const joints = [...jointsIn(text)];
  return joints.length > 0 ? joints.map(injuryLesson) : [lesson(`The user reported an injury after the ${about}.`, 'injury', false)];
}

const lesson = (text: string, tag: string, positive: boolean): Learned => ({ text, tags: [tag], positive, confidence: 0.5 });
