// Every operation of the API as data: what it is for, what goes in and what comes out. A test holds this table to the routes.
import type { z } from 'zod';
import * as answer from '../contract/answers.ts';
import * as request from '../contract/requests.ts';
import * as example from './examples.ts';

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly tag: 'Training plan' | 'Playbook' | 'Health';
  readonly summary: string;
  readonly description: string;
  /** Undefined where nobody has to sign in. */
  readonly signedIn?: true;
  /** Undefined where no body is read. */
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  /** Done once when it is repeated with the same Idempotency-Key. */
  readonly idempotent?: true;
  readonly answer: { readonly schema: z.ZodType; readonly example: unknown; readonly description: string; readonly type?: string };
}
const plan = '/api/v1/trainingplan';
const HEALTH = 'application/health+json';

export const operations: readonly Operation[] = [
  {
    id: 'greet',
    method: 'get',
    path: '/',
    tag: 'Health',
    summary: 'Say hello',
    description: 'Tells that somebody answers.',
    answer: { schema: answer.greeting, example: { message: 'Training plan API', status: 'healthy' }, description: 'A greeting.' },
  },
  {
    id: 'isAlive',
    method: 'get',
    path: '/healthz',
    tag: 'Health',
    summary: 'Liveness',
    description: 'Is the process alive? Asks nobody else, so that a broken dependency restarts nothing.',
    answer: { schema: answer.alive, example: { status: 'pass' }, description: 'Alive.', type: HEALTH },
  },
  {
    id: 'isReady',
    method: 'get',
    path: '/readyz',
    tag: 'Health',
    summary: 'Readiness',
    description: 'Should requests be sent here? 503 while the database is away or behind, and while the server stops.',
    answer: { schema: answer.health, example: example.health, description: 'Ready.', type: HEALTH },
  },
  {
    id: 'readHealth',
    method: 'get',
    path: '/api/v1/health',
    tag: 'Health',
    summary: 'Health per dependency',
    description: 'How the server and each of its dependencies are; looked up at most once a second.',
    answer: { schema: answer.health, example: example.health, description: 'At worst a warning.', type: HEALTH },
  },
  {
    id: 'askQuestions',
    method: 'post',
    path: `${plan}/initial-questions`,
    tag: 'Training plan',
    summary: 'Begin the onboarding',
    description: 'Keeps who the user is and gives the questions of the onboarding. A repeat updates the profile and keeps its id.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.questionsRequest, example: { personal_info: example.personalInfo, user_profile_id: null } },
    answer: { schema: answer.questionsAnswer, example: example.questionsAnswer, description: 'The questions, in order.' },
  },
  {
    id: 'generatePlan',
    method: 'post',
    path: `${plan}/generate`,
    tag: 'Training plan',
    summary: 'Write the plan',
    description:
      'Writes the plan of a profile and answers with its first week; the other weeks and the first lessons follow within a minute. A profile has one plan: a repeat gives the stored one, two requests at once make one.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.generateRequest, example: example.generateRequest },
    answer: { schema: answer.planAnswer, example: example.planAnswer, description: 'The plan.' },
  },
  {
    id: 'giveFeedback',
    method: 'post',
    path: `${plan}/feedback`,
    tag: 'Training plan',
    summary: 'Talk about the plan',
    description:
      'Answers what the user says: a question, a wish for a change, which rewrites the week, or consent, which accepts the plan.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.feedbackRequest, example: example.feedbackRequest },
    answer: { schema: answer.feedbackAnswer, example: example.feedbackAnswer, description: 'What the coach says, and what changed.' },
  },
  {
    id: 'addWeek',
    method: 'post',
    path: `${plan}/weeks`,
    tag: 'Training plan',
    summary: 'Fill the next week',
    description: 'Writes the days of the first week that has none, and touches no other week.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.weekRequest, example: { user_profile_id: 7, plan_id: 12 } },
    answer: { schema: answer.weekAnswer, example: example.weekAnswer, description: 'The whole plan.' },
  },
  {
    id: 'readInsights',
    method: 'post',
    path: `${plan}/insights`,
    tag: 'Training plan',
    summary: 'See what the training shows',
    description: 'Numbers of what was ticked off, and what they say. Kept for 24 hours for the same numbers.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.insightsRequest, example: { user_profile_id: 7 } },
    answer: { schema: answer.insightsAnswer, example: example.insightsAnswer, description: 'Numbers, findings and recommendations.' },
  },
  {
    id: 'learnFromDay',
    method: 'post',
    path: `${plan}/daily-feedback`,
    tag: 'Playbook',
    summary: 'Tell how a day went',
    description: 'Learns lasting facts from one training day.',
    signedIn: true,
    idempotent: true,
    body: { schema: request.dailyFeedbackRequest, example: example.dayRequest },
    answer: { schema: answer.dayAnswer, example: example.dayAnswer, description: 'How many lessons were learned.' },
  },
  {
    id: 'readPlaybook',
    method: 'get',
    path: `${plan}/playbook/{user_id}`,
    tag: 'Playbook',
    summary: 'Read the playbook',
    description: 'What the coach has learned about the signed-in user.',
    signedIn: true,
    answer: { schema: answer.playbookAnswer, example: example.playbookAnswer, description: 'The lessons, the best first.' },
  },
  {
    id: 'readPlaybookStats',
    method: 'get',
    path: `${plan}/playbook/{user_id}/stats`,
    tag: 'Playbook',
    summary: 'The playbook in numbers',
    description: 'How many lessons of which kind.',
    signedIn: true,
    answer: { schema: answer.statsAnswer, example: example.statsAnswer, description: 'The numbers.' },
  },
];
