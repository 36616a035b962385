// What is known of the configuration given to the service. Values of secrets are never part of it.

export interface EnvironmentEvidence {
  readonly sources: readonly EnvironmentSource[];
  readonly variables: readonly Variable[];
  /** What the code, its schemas and settings classes ask for: the union over the service's units. */
  readonly expected: readonly ExpectedVariable[];
  /** Why `expected` may be short: no service found, or code was not read. */
  readonly expectedMissing?: string;
  /** Why nobody could say which sources are committed. */
  readonly committedMissing?: string;
  /** Names set in a file and not expected that stand elsewhere in the checkout: something may read them. Absent: nobody looked. */
  readonly mentioned?: readonly string[];
}
export interface EnvironmentSource {
  /** A path relative to the audited root, or `process`. */
  readonly name: string;
  /** `example` documents (.env.example, .env.sample, .env.template); the others are used. */
  readonly role: 'production' | 'development' | 'test' | 'example' | 'given';
  /** Tracked by git. */
  readonly committed: boolean;
  readonly problem?: string;
}
export interface Variable {
  readonly name: string;
  readonly source: string;
  readonly line: number;
  readonly empty: boolean;
  /** `changeme`, `your-key-here`, `xxx`, `<…>`. */
  readonly placeholder: boolean;
  /** A secret too short or too simple to be one. */
  readonly weak: boolean;
  readonly shape: ValueShape;
}
export type ValueShape =
  | { readonly kind: 'supabase-jwt'; readonly role: string; readonly ref: string | undefined; readonly expired: boolean }
  | { readonly kind: 'supabase-key'; readonly role: 'secret' | 'publishable' }
  | { readonly kind: 'openai-key' }
  | { readonly kind: 'private-key' }
  /** `onlyLong`: neither its name nor its form says so, it is only longer than what is shown. */
  | { readonly kind: 'secret'; readonly onlyLong?: true }
  | {
      readonly kind: 'url';
      readonly protocol: string;
      readonly host: string;
      readonly supabaseRef: string | undefined;
      readonly local: boolean;
      readonly hasPassword: boolean;
    }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Not secret by name or shape: shown as it is. */
  | { readonly kind: 'text'; readonly value: string };
export interface ExpectedVariable {
  readonly name: string;
  readonly required: boolean;
  /** `string`, `number`, `boolean`, `url`, as far as schema or use tell. */
  readonly type: 'string' | 'number' | 'boolean' | 'url';
  readonly hasFallback: boolean;
  readonly readAt: { readonly path: string; readonly line: number; readonly column: number };
}
