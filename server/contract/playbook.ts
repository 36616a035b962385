// What the coach has learned about a person: lessons for the plans to come.

export interface Lesson {
  /** `lesson_` and 8 hex digits. */
  readonly id: string;
  /** In the third person. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly helpful_count: number;
  readonly harmful_count: number;
  readonly times_applied: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** False is a warning: a limit or an injury. */
  readonly positive: boolean;
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly source_plan_id: string | null;
  readonly requires_context: 'context' | 'not_found' | null;
  readonly context: string | null;
}
export interface Playbook {
  readonly user_id: string;
  readonly lessons: readonly Lesson[];
  readonly total_lessons: number;
  readonly last_updated: string;
}
export interface PlaybookStats {
  readonly total_lessons: number;
  readonly positive_lessons: number;
  readonly warning_lessons: number;
  readonly avg_confidence: number;
  readonly most_common_tags: readonly string[];
  readonly lessons_by_priority: { readonly critical: number; readonly high: number; readonly medium: number; readonly low: number };
  readonly last_updated: string | null;
}
