// A training plan as the app reads it. `…Draft` is one that no store has numbered yet.

export type DayName = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
export const dayNames: readonly DayName[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface CatalogueExercise {
  readonly id: number;
  readonly name: string;
  readonly equipment: string;
  readonly target_area: string;
  readonly force: 'push' | 'pull' | 'static';
  readonly difficulty: 'novice' | 'intermediate' | 'advanced';
  readonly main_muscles: readonly string[];
  readonly alternative_names: readonly string[];
  readonly popularity: number;
}
export interface StrengthDraft {
  readonly exercise_id: number;
  readonly exercise_name: string;
  readonly main_muscle: string;
  readonly equipment: string;
  readonly sets: number;
  readonly reps: readonly number[];
  /** One per set, in the user's unit; 0 is bodyweight. */
  readonly weight: readonly number[];
  readonly execution_order: number;
  readonly completed: boolean;
  readonly target_area: string;
  readonly main_muscles: readonly string[];
  readonly force: string;
  readonly exercises: CatalogueExercise | null;
}
export const sports = [
  'running',
  'cycling',
  'swimming',
  'rowing',
  'hiking',
  'walking',
  'elliptical',
  'stair_climbing',
  'jump_rope',
] as const;
/** Beside those that a wish can name, as an answer of the app may hold it. */
export type Sport = (typeof sports)[number] | 'other';
export interface EnduranceDraft {
  readonly name: string;
  readonly description: string | null;
  readonly sport_type: Sport;
  readonly training_volume: number;
  readonly unit: 'minutes' | 'km' | 'miles' | 'meters';
  readonly heart_rate_zone: number;
  readonly execution_order: number;
  readonly completed: boolean;
}
export interface DayDraft<S = StrengthDraft, E = EnduranceDraft> {
  readonly day_of_week: DayName;
  readonly is_rest_day: boolean;
  readonly training_type: 'strength' | 'endurance' | 'mixed' | 'rest';
  readonly justification: string;
  /** YYYY-MM-DD. */
  readonly scheduled_date: string;
  readonly strength_exercises: readonly S[];
  readonly endurance_sessions: readonly E[];
}
export interface WeekDraft<D = DayDraft> {
  readonly week_number: number;
  readonly focus_theme: string | null;
  readonly primary_goal: string | null;
  readonly progression_lever: string | null;
  /** Monday to Sunday; empty for an outline. */
  readonly daily_trainings: readonly D[];
}
export interface PlanDraft<W = WeekDraft> {
  readonly title: string;
  readonly summary: string;
  readonly justification: string;
  readonly ai_message: string | null;
  readonly weekly_schedules: readonly W[];
}

export type StrengthExercise = StrengthDraft & { readonly id: number; readonly daily_training_id: number };
export type EnduranceSession = EnduranceDraft & { readonly id: number; readonly daily_training_id: number };
export type Day = DayDraft<StrengthExercise, EnduranceSession> & { readonly id: number; readonly weekly_schedule_id: number };
export type Week = WeekDraft<Day> & { readonly id: number; readonly training_plan_id: number };
export type Plan = PlanDraft<Week> & {
  readonly id: number;
  readonly user_profile_id: number;
  readonly created_at: string;
  readonly updated_at: string;
};
