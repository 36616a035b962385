// The embedded mode's store: everything in this process, gone when it ends. Refused in production by the configuration.
import type { Plan, PlanDraft, Week, WeekDraft } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Answers } from '../contract/question.ts';
import { type NextId, numberedPlan, numberedWeek } from './numbering.ts';
import type { Owned, Profile, SchemaState, Store } from './store.ts';

export class InProcessStore implements Store {
  readonly #profiles = new Map<number, Profile>();
  readonly #plans = new Map<number, Plan>();
  readonly #playbooks = new Map<string, Playbook>();
  #lastId = 0;
  readonly #nextId: NextId = () => {
    this.#lastId += 1;
    return this.#lastId;
  };

  async schema(signal: AbortSignal): Promise<SchemaState> {
    signal.throwIfAborted();
    return { applied: 'in-process', pending: [] };
  }

  async saveProfile(given: Pick<Profile, 'personalInfo' | 'questions'>, { userId, signal }: Owned): Promise<Profile> {
    signal.throwIfAborted();
    const known = [...this.#profiles.values()].find((each) => each.userId === userId);
    const profile: Profile = {
      answers: {},
      planAccepted: false,
      ...known,
      ...structuredClone(given),
      id: known?.id ?? this.#nextId(),
      userId,
    };
    this.#profiles.set(profile.id, profile);
    return profile;
  }

  async saveAnswers(profileId: number, answers: Answers, owned: Owned): Promise<void> {
    const profile = await this.profile(profileId, owned);
    if (profile !== undefined) this.#profiles.set(profileId, { ...profile, answers: structuredClone(answers) });
  }

  async acceptPlan(profileId: number, owned: Owned): Promise<void> {
    const profile = await this.profile(profileId, owned);
    if (profile !== undefined) this.#profiles.set(profileId, { ...profile, planAccepted: true });
  }

  async profile(profileId: number, { userId, signal }: Owned): Promise<Profile | undefined> {
    signal.throwIfAborted();
    const profile = this.#profiles.get(profileId);
    return profile?.userId === userId ? profile : undefined;
  }

  async insertPlan(profileId: number, draft: PlanDraft, owned: Owned): Promise<{ plan: Plan; inserted: boolean }> {
    if ((await this.profile(profileId, owned)) === undefined) throw new Error('no such profile');
    const known = this.#plans.get(profileId);
    if (known !== undefined) return { plan: known, inserted: false };
    const plan = numberedPlan(structuredClone(draft), profileId, new Date().toISOString(), this.#nextId);
    this.#plans.set(profileId, plan);
    return { plan, inserted: true };
  }

  async plan(profileId: number, owned: Owned): Promise<Plan | undefined> {
    return (await this.profile(profileId, owned)) === undefined ? undefined : this.#plans.get(profileId);
  }

  async planById(planId: number, owned: Owned): Promise<Plan | undefined> {
    const plan = [...this.#plans.values()].find(({ id }) => id === planId);
    return plan === undefined ? undefined : this.plan(plan.user_profile_id, owned);
  }

  async saveWeek(planId: number, draft: WeekDraft, owned: Owned): Promise<Week> {
    const plan = await this.planById(planId, owned);
    if (plan === undefined) throw new Error('no such plan');
    const known = plan.weekly_schedules.find((week) => week.week_number === draft.week_number);
    const week = numberedWeek(structuredClone(draft), planId, this.#nextId, known?.id);
    const others = plan.weekly_schedules.filter((each) => each.week_number !== draft.week_number);
    const weeks = [...others, week].sort((a, b) => a.week_number - b.week_number);
    this.#plans.set(plan.user_profile_id, { ...plan, updated_at: new Date().toISOString(), weekly_schedules: weeks });
    return week;
  }

  async playbook({ userId, signal }: Owned): Promise<Playbook | undefined> {
    signal.throwIfAborted();
    return this.#playbooks.get(userId);
  }

  async savePlaybook(playbook: Playbook, { userId, signal }: Owned): Promise<void> {
    signal.throwIfAborted();
    this.#playbooks.set(userId, structuredClone(playbook));
  }
}
