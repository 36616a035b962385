// What is stored: in Supabase where it is configured, else in memory.
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { config } from './config.ts';

export interface Lesson {
  readonly id: string;
  readonly text: string;
  readonly positive: boolean;
  readonly confidence: number;
}
export interface Plan {
  readonly id: number;
  readonly title: string;
  readonly weekly_schedules: readonly unknown[];
}

const profiles = new Map<string, number>();
const plans = new Map<number, Plan>();
const lessons = new Map<string, readonly Lesson[]>();

let client: SupabaseClient | undefined;

function database(): SupabaseClient | undefined {
  if (config.supabaseUrl === '') return undefined;
  if (client === undefined) {
    console.log('connecting with', config.supabaseServiceKey.slice(0, 40)); // <- finding logs-through-logger, service-key-contained
    client = createClient(config.supabaseUrl, config.supabaseServiceKey); // <- finding requests-time-out
  }
  return client;
}

/** The id of a user's profile, made where there is none. */
export async function saveProfile(userId: string, personalInfo: Readonly<Record<string, unknown>>): Promise<number> {
  const db = database();
  if (db === undefined) {
    const id = profiles.get(userId) ?? profiles.size + 1;
    profiles.set(userId, id);
    return id;
  }
  const { data, error } = await db.from('user_profiles').upsert({ ...personalInfo, user_id: userId }).select('*').single();
  if (error) throw new Error(`upsert into user_profiles as ${config.supabaseServiceKey} failed: ${error.message}`); // <- finding service-key-contained
  return data.id;
}

export async function planOf(profileId: number): Promise<Plan | undefined> {
  const db = database();
  if (db === undefined) return plans.get(profileId);
  const { data, error } = await db.from('training_plans').select('*').eq('user_profile_id', profileId).maybeSingle();
  if (error) throw new Error(`select from training_plans failed: ${error.message}`);
  return data ?? undefined;
}

export async function savePlan(profileId: number, plan: Omit<Plan, 'id'>): Promise<Plan> {
  const db = database();
  if (db === undefined) {
    const stored = { ...plan, id: plans.size + 1 };
    plans.set(profileId, stored);
    return stored;
  }
  const { data, error } = await db.from('training_plans').insert({ title: plan.title, user_profile_id: profileId }).select('*').single();
  if (error) throw new Error(`insert into training_plans failed: ${error.message}`);
  return { ...plan, id: data.id };
}

export async function playbookOf(userId: string): Promise<readonly Lesson[]> {
  const db = database();
  if (db === undefined) return lessons.get(userId) ?? [];
  const { data } = await db.from('user_profiles').select('*').eq('user_id', userId).maybeSingle();
  return data?.user_playbook?.lessons ?? [];
}

export async function addLesson(userId: string, lesson: Lesson): Promise<void> {
  const all = [...(await playbookOf(userId)), lesson].slice(-20);
  const db = database();
  if (db === undefined) {
    lessons.set(userId, all);
    return;
  }
  await db.from('user_profiles').update({ user_playbook: { lessons: all } }).eq('user_id', userId);
}
