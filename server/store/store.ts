// What the server keeps, whoever keeps it. Every call names the owner, so that no id alone opens anything.
import type { Insights } from '../coach/insights.ts';
import type { PersonalInfo } from '../contract/personal-info.ts';
import type { Plan, PlanDraft, Week, WeekDraft } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Answers, Question } from '../contract/question.ts';

export interface Profile {
  readonly id: number;
  readonly userId: string;
  readonly personalInfo: PersonalInfo;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly planAccepted: boolean;
}
export interface Owned {
  readonly userId: string;
  /** The user's own token; undefined for work the server does by itself, which then names the user in every condition. */
  readonly accessToken: string | undefined;
  /** Ends the call when nobody waits for it any more. */
  readonly signal: AbortSignal;
}
export interface SchemaState {
  readonly applied: string;
  /** Migrations this server was written for that the store has not seen. */
  readonly pending: readonly string[];
}

export interface Store {
  /** Fails when the store cannot be reached. */
  schema(signal: AbortSignal): Promise<SchemaState>;
  /** One profile per user: a repeat updates it and keeps its id. */
  saveProfile(profile: Pick<Profile, 'personalInfo' | 'questions'>, owned: Owned): Promise<Profile>;
  saveAnswers(profileId: number, answers: Answers, owned: Owned): Promise<void>;
  acceptPlan(profileId: number, owned: Owned): Promise<void>;
  profile(profileId: number, owned: Owned): Promise<Profile | undefined>;
  /** One plan per profile: who comes second gets the plan that is there, and `inserted` is false. */
  insertPlan(profileId: number, draft: PlanDraft, owned: Owned): Promise<{ readonly plan: Plan; readonly inserted: boolean }>;
  plan(profileId: number, owned: Owned): Promise<Plan | undefined>;
  planById(planId: number, owned: Owned): Promise<Plan | undefined>;
  /** Fills or replaces the week of that number and touches no other. */
  saveWeek(planId: number, week: WeekDraft, owned: Owned): Promise<Week>;
  /** Fills the week of that number if it has no days yet; false when it has. */
  fillWeek(planId: number, week: WeekDraft, owned: Owned): Promise<boolean>;
  /** Adds the weeks that are not there yet, without days. */
  addOutlines(planId: number, weeks: readonly WeekDraft[], owned: Owned): Promise<void>;
  /** What was said to these numbers within the last day; undefined where nothing was. */
  insights(profileId: number, dataHash: string, owned: Owned): Promise<Insights | undefined>;
  saveInsights(profileId: number, dataHash: string, insights: Insights, owned: Owned): Promise<void>;
  /** Pieces of the knowledge base at least so near to a question, the nearest first. */
  knowledgeNear(question: readonly number[], atLeast: number, most: number, signal: AbortSignal): Promise<readonly string[]>;
  playbook(owned: Owned): Promise<Playbook | undefined>;
  /** Keeps what the change makes of the playbook; it is asked again when somebody else changed it in between. */
  updatePlaybook(change: (known: Playbook | undefined) => Playbook, owned: Owned): Promise<Playbook>;
}
