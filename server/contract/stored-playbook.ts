// A playbook as it is stored and as the app reads it.
import { z } from 'zod';
import type { Lesson, Playbook, PlaybookStats } from './playbook.ts';

const count = z.int().min(0);
const lesson: z.ZodType<Lesson> = z
  .object({
    id: z.string().meta({ description: '`lesson_` and 8 hex digits.' }),
    text: z.string().meta({ description: 'In the third person.' }),
    tags: z.array(z.string()),
    helpful_count: count,
    harmful_count: count,
    times_applied: count,
    confidence: z.number().min(0).max(1),
    positive: z.boolean().meta({ description: 'False is a warning: a limit or an injury.' }),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    source_plan_id: z.string().nullable().meta({ description: '"onboarding", or the id of a plan.' }),
    requires_context: z.enum(['context', 'not_found']).nullable(),
    context: z.string().nullable().meta({ description: 'What the knowledge base says to it.' }),
  })
  .meta({ id: 'Lesson', description: 'One lasting fact about the user.' });
export const storedPlaybook: z.ZodType<Playbook> = z
  .object({ user_id: z.guid(), lessons: z.array(lesson).max(20), total_lessons: count, last_updated: z.string() })
  .meta({ id: 'Playbook', description: 'What the coach has learned about the user.' });
export const playbookStats: z.ZodType<PlaybookStats> = z
  .object({
    total_lessons: count,
    positive_lessons: count,
    warning_lessons: count,
    avg_confidence: z.number().min(0).max(1),
    most_common_tags: z.array(z.string()).max(5),
    lessons_by_priority: z.object({ critical: count, high: count, medium: count, low: count }),
    last_updated: z.string().nullable(),
  })
  .meta({ id: 'PlaybookStats', description: 'A playbook in numbers.' });
