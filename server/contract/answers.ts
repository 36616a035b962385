// What the app reads back, route by route.
import { z } from 'zod';
import { question } from './question.ts';
import { storedPlan, storedWeek } from './stored-plan.ts';
import { playbookStats, storedPlaybook } from './stored-playbook.ts';

const success = z.literal(true);
const message = z.string();
const enveloped = <D extends z.ZodType>(data: D) => z.object({ success, data, message });
const count = z.int().min(0);

export const greeting = z.object({ message, status: z.literal('healthy') });
export const alive = z.object({ status: z.literal('pass') });

const status = z.enum(['pass', 'warn', 'fail']);
const observation = z.object({
  componentType: z.enum(['datastore', 'component', 'system']),
  observedValue: z.union([z.number(), z.string()]).optional(),
  observedUnit: z.string().optional(),
  status,
  time: z.iso.datetime(),
});
export const health = z
  .object({ status, version: z.string(), checks: z.record(z.string(), z.array(observation)) })
  .meta({ id: 'Health', description: 'Health per dependency (draft-inadarei-api-health-check-06).' });

export const questionsAnswer = enveloped(
  z.object({
    questions: z.array(question).min(7).max(10),
    total_questions: count,
    estimated_time_minutes: count,
    ai_message: z.string(),
    user_profile_id: z.int(),
  }),
);

const planMetadata = z.object({
  validation_messages: z.array(z.string()),
  generation_method: z.enum(['rules', 'model', 'stored']).meta({ description: 'Who wrote it; stored is a plan that was there already.' }),
  idempotency: z.boolean().optional(),
  plan_id: z.int().optional(),
  reason: z.string().optional(),
});
export const planAnswer = enveloped(storedPlan).extend({ completion_message: z.string(), metadata: planMetadata });

export const feedbackAnswer = z.object({
  success,
  ai_response: z.string(),
  plan_updated: z.boolean(),
  updated_plan: z
    .object({ id: z.int(), ai_message: z.string().nullable(), weekly_schedules: z.array(storedWeek) })
    .nullable()
    .meta({ description: 'The week that changed, and no other.' }),
  updated_playbook: storedPlaybook.nullable(),
  navigate_to_main_app: z.boolean(),
  error: z.null(),
});

export const weekAnswer = enveloped(storedPlan).extend({ metadata: z.object({ next_week_number: z.int().min(1) }) });

const metrics = z.object({
  training_days: count,
  trained_days: count,
  completion: z.number().min(0).max(1),
  sets_by_muscle: z.record(z.string(), z.number()),
  endurance_volume: z.number(),
});
export const insights = z.object({
  summary: z.string(),
  findings: z.array(z.string()).min(2).max(3),
  recommendations: z.array(z.string()).min(2).max(3),
});
export const insightsAnswer = z.object({ success, summary: insights.nullable(), metrics: metrics.nullable(), error: z.null() });

export const dayAnswer = enveloped(
  z.object({ lessons_generated: count, lessons_added: count, lessons_updated: count, total_lessons: count }),
);

const emptyPlaybook = z.object({ user_id: z.guid(), lessons: z.array(z.never()), total_lessons: z.literal(0) });
export const playbookAnswer = enveloped(z.object({ playbook: z.union([storedPlaybook, emptyPlaybook]), stats: playbookStats.nullable() }));
export const statsAnswer = enveloped(playbookStats);
