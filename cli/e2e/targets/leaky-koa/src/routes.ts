// The six endpoints.
import Router from '@koa/router';
import { userOf } from './auth.ts';
import { config } from './config.ts';
import { UserError } from './errors.ts';
import { feedback, initialQuestions, trainingPlan } from './llm.ts';
import { addLesson, planOf, playbookOf, savePlan, saveProfile } from './store.ts';

export const router = new Router();

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null) throw new Error(`expected an object, got ${typeof body}`);
  return Object.fromEntries(Object.entries(body));
}

function textIn(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

router.get('/', (ctx) => {
  ctx.body = { message: 'Training Plan API', status: 'healthy' };
});

router.get('/api/health/', (ctx) => {
  ctx.body = { status: 'healthy', version: '0.3.0', model: config.openaiModel, node: process.version };
});

router.post('/api/trainingplan/initial-questions', async (ctx) => {
  const fields = fieldsOf(ctx.request.body);
  const userId = userOf(ctx, textIn(fields, 'jwt_token'));
  const info = fieldsOf(fields.personal_info);
  const profileId = await saveProfile(userId, info);
  const questions = await initialQuestions(info);
  console.info(`questions for ${userId}`); // <- finding logs-through-logger
  ctx.body = {
    success: true,
    data: { questions, total_questions: questions.length, estimated_time_minutes: 4, user_profile_id: profileId },
    message: 'Questions are ready.',
  };
});

router.post('/api/trainingplan/generate/', async (ctx) => { // <- finding objects-owned
  const fields = fieldsOf(ctx.request.body);
  const userId = userOf(ctx, textIn(fields, 'jwt_token'));
  const profileId = Number(fields.user_profile_id);
  if (!Number.isInteger(profileId)) throw new UserError(400, 'Please start with the onboarding questions.');
  const stored = await planOf(profileId);
  if (stored !== undefined) {
    ctx.body = { success: true, data: stored, metadata: { idempotency: true, plan_id: stored.id } };
    return;
  }
  const plan = await savePlan(profileId, await trainingPlan(fields.personal_info, fields.initial_responses));
  console.log('plan %d for %s', plan.id, userId); // <- finding logs-through-logger
  ctx.body = { success: true, data: plan, message: 'Your plan is ready.', completion_message: 'Week one starts on Monday.' };
});

router.post('/api/trainingplan/feedback/', async (ctx) => {
  const fields = fieldsOf(ctx.request.body);
  const userId = userOf(ctx, textIn(fields, 'jwt_token'));
  const answer = await feedback(String(fields.feedback_message));
  if (answer.accepted) {
    await addLesson(userId, { id: `lesson_${Date.now().toString(16)}`, text: 'The user likes the plan.', positive: true, confidence: 0.5 });
  }
  ctx.body = { success: true, ai_response: answer.text, plan_updated: false, navigate_to_main_app: answer.accepted, error: null };
});

router.get('/api/trainingplan/playbook/:userId', async (ctx) => { // <- finding objects-owned
  const token = ctx.query.jwt_token;
  userOf(ctx, typeof token === 'string' ? token : undefined);
  const lessons = await playbookOf(ctx.params.userId ?? '');
  ctx.body = { success: true, data: { playbook: { user_id: ctx.params.userId, lessons, total_lessons: lessons.length } } };
});
