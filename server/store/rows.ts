// What the database gives back, read through schemas: a column that is not as expected fails here and nowhere later.
import { z } from 'zod';
import { insights } from '../contract/answers.ts';
import { personalInfo } from '../contract/personal-info.ts';
import { answers, question } from '../contract/question.ts';
import { storedPlan } from '../contract/stored-plan.ts';
import { storedPlaybook } from '../contract/stored-playbook.ts';
import type { Profile } from './store.ts';

export const insertedPlan = z.object({ inserted: z.boolean(), plan: storedPlan });

export const insightsRow = z.object({ summary: insights });
export const knowledgeRows = z.array(z.object({ content: z.string() }));
export const playbookRow = z.object({ id: z.number(), user_playbook: storedPlaybook.nullable(), playbook_version: z.number() });

/** The columns of a profile: named one by one, since reading all would bring what nobody asked for. */
export const PROFILE_COLUMNS =
  'id,user_id,username,age,weight,height,weight_unit,height_unit,measurement_system,gender,goal_description,experience_level,initial_questions,initial_responses,plan_accepted';
export const profileRow = personalInfo
  .extend({
    id: z.number(),
    user_id: z.string(),
    initial_questions: z.array(question),
    initial_responses: answers,
    plan_accepted: z.boolean(),
  })
  .transform(
    ({ id, user_id, initial_questions, initial_responses, plan_accepted, ...info }): Profile => ({
      id,
      userId: user_id,
      personalInfo: { ...info, user_id },
      questions: initial_questions,
      answers: initial_responses,
      planAccepted: plan_accepted,
    }),
  );
