// The store in a Supabase project. Calls carry their user's token, so that row-level security checks each of them a second time.
import { z } from 'zod';
import type { Insights } from '../coach/insights.ts';
import type { Plan, PlanDraft, Week, WeekDraft } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Answers } from '../contract/question.ts';
import { storedPlan } from '../contract/stored-plan.ts';
import { knownMigrations } from '../migrations/migrations.ts';
import { busy, notFound } from '../problem.ts';
import { playbookKey, playbookStatsKey, type ReadCache } from '../shared/read-cache.ts';
import { dataOf } from './answers.ts';
import type { Project } from './project.ts';
import { insertedPlan, insightsRow, knowledgeRows, PROFILE_COLUMNS, playbookRow, profileRow } from './rows.ts';
import type { Owned, Profile, SchemaState, Store } from './store.ts';

/** What every call of supabase-js can be told. */
interface Call {
  setHeader(name: string, value: string): unknown;
  abortSignal(signal: AbortSignal): unknown;
}
const MOST_TRIES = 5;
const DAY_MS = 24 * 3_600_000;

export class SupabaseStore implements Store {
  readonly #project: Project;
  readonly #cache: ReadCache;

  constructor(project: Project, cache: ReadCache) {
    this.#project = project;
    this.#cache = cache;
  }

  async schema(signal: AbortSignal): Promise<SchemaState> {
    const [known, applied] = await Promise.all([knownMigrations(), this.#project.forServer.rpc('applied_migrations').abortSignal(signal)]);
    // A database that was never migrated lacks the function as well.
    const versions = new Set(applied.error?.code === 'PGRST202' ? [] : z.array(z.string()).parse(await dataOf(Promise.resolve(applied))));
    const pending = known.filter(({ version }) => !versions.has(version)).map(({ version, name }) => `${version}_${name}`);
    return { applied: known.findLast(({ version }) => versions.has(version))?.version ?? 'none', pending };
  }

  async saveProfile({ personalInfo, questions }: Pick<Profile, 'personalInfo' | 'questions'>, owned: Owned): Promise<Profile> {
    const row = { ...personalInfo, user_id: owned.userId, initial_questions: questions, updated_at: new Date().toISOString() };
    const saved = this.#from('user_profiles', owned).upsert(row, { onConflict: 'user_id' }).select(PROFILE_COLUMNS);
    return profileRow.parse(await dataOf(as(owned, saved).single()));
  }

  async saveAnswers(profileId: number, answers: Answers, owned: Owned): Promise<void> {
    await this.#changeProfile(profileId, { initial_responses: answers }, owned);
  }

  async acceptPlan(profileId: number, owned: Owned): Promise<void> {
    await this.#changeProfile(profileId, { plan_accepted: true }, owned);
  }

  async profile(profileId: number, owned: Owned): Promise<Profile | undefined> {
    const asked = this.#from('user_profiles', owned).select(PROFILE_COLUMNS).eq('id', profileId).eq('user_id', owned.userId);
    return optional(profileRow, await dataOf(as(owned, asked).maybeSingle()));
  }

  async insertPlan(profileId: number, draft: PlanDraft, owned: Owned): Promise<{ plan: Plan; inserted: boolean }> {
    return insertedPlan.parse(await this.#call('insert_plan', { profile_id: profileId, draft }, owned));
  }

  async plan(profileId: number, owned: Owned): Promise<Plan | undefined> {
    return optional(storedPlan, await this.#call('read_plan_of_profile', { profile_id: profileId }, owned));
  }

  async planById(planId: number, owned: Owned): Promise<Plan | undefined> {
    return optional(storedPlan, await this.#call('read_plan', { plan_id: planId }, owned));
  }

  async saveWeek(planId: number, draft: WeekDraft, owned: Owned): Promise<Week> {
    await this.#call('save_week', { plan_id: planId, draft }, owned);
    const week = (await this.planById(planId, owned))?.weekly_schedules.find(({ week_number }) => week_number === draft.week_number);
    if (week === undefined) throw notFound();
    return week;
  }

  async fillWeek(planId: number, draft: WeekDraft, owned: Owned): Promise<boolean> {
    return z.boolean().parse(await this.#call('fill_week', { plan_id: planId, draft }, owned));
  }

  async addOutlines(planId: number, weeks: readonly WeekDraft[], owned: Owned): Promise<void> {
    const rows = weeks.map(({ daily_trainings: _none, ...outline }) => ({ ...outline, training_plan_id: planId }));
    const options = { onConflict: 'training_plan_id,week_number', ignoreDuplicates: true };
    await dataOf(as(owned, this.#from('weekly_schedules', owned).upsert(rows, options)));
  }

  async insights(profileId: number, dataHash: string, owned: Owned): Promise<Insights | undefined> {
    const asked = this.#from('insights_summaries', owned).select('summary').eq('user_profile_id', profileId).eq('data_hash', dataHash);
    const fresh = asked.gt('expires_at', new Date().toISOString());
    return optional(insightsRow, await dataOf(as(owned, fresh).maybeSingle()))?.summary;
  }

  async saveInsights(profileId: number, dataHash: string, summary: Insights, owned: Owned): Promise<void> {
    const row = { user_profile_id: profileId, data_hash: dataHash, summary, expires_at: new Date(Date.now() + DAY_MS).toISOString() };
    await dataOf(as(owned, this.#from('insights_summaries', owned).upsert(row, { onConflict: 'user_profile_id,data_hash' })));
  }

  async knowledgeNear(question: readonly number[], atLeast: number, most: number, signal: AbortSignal): Promise<readonly string[]> {
    const asked = this.#project.forServer.rpc('match_documents', { question, at_least: atLeast, most }).abortSignal(signal);
    return knowledgeRows.parse(await dataOf(asked)).map(({ content }) => content);
  }

  async playbook(owned: Owned): Promise<Playbook | undefined> {
    return (await this.#playbookRow(owned))?.user_playbook ?? undefined;
  }

  async updatePlaybook(change: (known: Playbook | undefined) => Playbook, owned: Owned): Promise<Playbook> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const row = await this.#playbookRow(owned);
      if (row === undefined) throw notFound();
      const playbook = change(row.user_playbook ?? undefined);
      const changes = { user_playbook: playbook, playbook_version: row.playbook_version + 1 };
      const saved = this.#from('user_profiles', owned).update(changes).eq('id', row.id).eq('playbook_version', row.playbook_version);
      const changed = z.array(z.unknown()).parse(await dataOf(as(owned, saved.select('id'))));
      if (changed.length === 1) {
        await this.#cache.drop(playbookKey(owned.userId), playbookStatsKey(owned.userId));
        return playbook;
      }
      // Somebody else learned something in between: what they learned is to stay.
    }
    throw busy();
  }

  async #playbookRow(owned: Owned): Promise<z.output<typeof playbookRow> | undefined> {
    const asked = this.#from('user_profiles', owned).select('id,user_playbook,playbook_version').eq('user_id', owned.userId);
    return optional(playbookRow, await dataOf(as(owned, asked).maybeSingle()));
  }

  async #changeProfile(profileId: number, changes: Readonly<Record<string, unknown>>, owned: Owned): Promise<void> {
    const row = { ...changes, updated_at: new Date().toISOString() };
    await dataOf(as(owned, this.#from('user_profiles', owned).update(row).eq('id', profileId).eq('user_id', owned.userId)));
  }

  #client({ accessToken }: Owned): Project['forUsers'] {
    return accessToken === undefined ? this.#project.forServer : this.#project.forUsers;
  }

  #from(table: 'user_profiles' | 'weekly_schedules' | 'insights_summaries', owned: Owned): ReturnType<Project['forUsers']['from']> {
    return this.#client(owned).from(table);
  }

  #call(
    name: 'insert_plan' | 'read_plan' | 'read_plan_of_profile' | 'save_week' | 'fill_week',
    given: object,
    owned: Owned,
  ): Promise<unknown> {
    return dataOf(as(owned, this.#client(owned).rpc(name, given)));
  }
}

/** The call, made for its owner, for as long as somebody waits for it. */
function as<T extends Call>({ accessToken, signal }: Owned, call: T): T {
  if (accessToken !== undefined) call.setHeader('Authorization', `Bearer ${accessToken}`);
  call.abortSignal(signal);
  return call;
}

const optional = <S extends z.ZodType>(schema: S, data: unknown): z.output<S> | undefined =>
  data === null ? undefined : schema.parse(data);
