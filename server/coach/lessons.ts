// The playbook: lessons learned about a person, merged so that the best twenty stay.
import { createHash } from 'node:crypto';
import type { Lesson, Playbook, PlaybookStats } from '../contract/playbook.ts';
import type { Athlete } from './athlete.ts';
import type { Joint } from './catalogue.ts';

const MOST_LESSONS = 20;
export type Learned = Pick<Lesson, 'text' | 'tags' | 'positive' | 'confidence'>;

/** What onboarding teaches: three to seven long-term facts; injuries are warnings. */
export function firstLessons(athlete: Athlete): readonly Learned[] {
  const warnings = [...athlete.sparedJoints].slice(0, 4).map(injuryLesson);
  return [
    {
      text: `The user trains ${athlete.daysPerWeek} days a week for ${athlete.minutes} minutes.`,
      tags: ['schedule'],
      positive: true,
      confidence: 0.8,
    },
    { text: `The user's main goal is ${athlete.goal}.`, tags: ['goal', athlete.goal], positive: true, confidence: 0.8 },
    { text: `The user trains with: ${[...athlete.equipment].join(', ')}.`, tags: ['equipment'], positive: true, confidence: 0.7 },
    ...warnings,
  ];
}

export const injuryLesson = (joint: Joint): Learned => ({
  text: `The user has trouble with the ${joint}; exercises that load it are left out.`,
  tags: ['injury', joint],
  positive: false,
  confidence: 0.9,
});

/** Adds what was learned: a known lesson keeps its id and gains confidence, and beyond twenty the weakest go. */
export function learn(userId: string, known: Playbook | undefined, learned: readonly Learned[], source: string, now: string): Playbook {
  const lessons = new Map((known?.lessons ?? []).map((lesson) => [lesson.id, lesson]));
  for (const each of learned) {
    const id = `lesson_${createHash('sha256').update(each.text.toLowerCase()).digest('hex').slice(0, 8)}`;
    lessons.set(id, merged(lessons.get(id), each, id, source, now));
  }
  const best = [...lessons.values()].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_LESSONS);
  return { user_id: userId, lessons: best, total_lessons: best.length, last_updated: now };
}

function merged(old: Lesson | undefined, learned: Learned, id: string, source: string, now: string): Lesson {
  if (old === undefined) {
    return {
      id,
      ...learned,
      helpful_count: 0,
      harmful_count: 0,
      times_applied: 0,
      created_at: now,
      last_used_at: null,
      source_plan_id: source,
      requires_context: null,
      context: null,
    };
  }
  const confidence = Math.min(1, (old.confidence * 2 + learned.confidence) / 3 + 0.05);
  return {
    ...old,
    tags: [...new Set([...old.tags, ...learned.tags])],
    confidence,
    helpful_count: old.helpful_count + 1,
    last_used_at: now,
  };
}

const worth = (lesson: Lesson): number => lesson.confidence * (lesson.helpful_count + lesson.harmful_count + 1);

export function statsOf(playbook: Playbook): PlaybookStats {
  const { lessons } = playbook;
  const priorities = Object.groupBy(lessons, priorityOf);
  const tags = Object.entries(
    Object.groupBy(
      lessons.flatMap(({ tags }) => tags),
      (tag) => tag,
    ),
  ).sort(([, a], [, b]) => (b?.length ?? 0) - (a?.length ?? 0));
  const total = lessons.reduce((sum, { confidence }) => sum + confidence, 0);
  return {
    total_lessons: lessons.length,
    positive_lessons: lessons.filter(({ positive }) => positive).length,
    warning_lessons: lessons.filter(({ positive }) => !positive).length,
    avg_confidence: lessons.length === 0 ? 0 : Math.round((total / lessons.length) * 100) / 100,
    most_common_tags: tags.slice(0, 5).map(([tag]) => tag),
    lessons_by_priority: {
      critical: priorities.critical?.length ?? 0,
      high: priorities.high?.length ?? 0,
      medium: priorities.medium?.length ?? 0,
      low: priorities.low?.length ?? 0,
    },
    last_updated: lessons.length === 0 ? null : playbook.last_updated,
  };
}

function priorityOf({ positive, confidence, times_applied }: Lesson): 'critical' | 'high' | 'medium' | 'low' {
  if (!positive) return 'critical';
  if (confidence >= 0.8 && times_applied >= 3) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}
