// Rules over several variables at once. Each looks as soon as its own variables are right, so that one start names every fault.

import { variables } from './schema.ts';
import { projectOfKey, projectOfUrl } from './supabase-keys.ts';

export interface Problem {
  readonly variable: string;
  /** Says what is wrong, never the value. */
  readonly message: string;
}
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong between variables that are each right by themselves. */
export function crossProblems(environment: Environment): readonly Problem[] {
  return [...modeProblems(environment), ...keyProblems(environment), ...legacyProblems(environment), ...limitProblems(environment)];
}

function modeProblems(environment: Environment): readonly Problem[] {
  const read = variables
    .pick({ NODE_ENV: true, EMBEDDED: true, EMBEDDED_SIGNING_KEY_FILE: true, DEBUG: true, ALLOWED_ORIGINS: true, SUPABASE_URL: true })
    .partial({ ALLOWED_ORIGINS: true, SUPABASE_URL: true })
    .safeParse(environment);
  if (!read.success) return [];
  const { NODE_ENV, EMBEDDED, EMBEDDED_SIGNING_KEY_FILE, DEBUG, ALLOWED_ORIGINS, SUPABASE_URL } = read.data;
  const problems: Problem[] = [];
  if (EMBEDDED && EMBEDDED_SIGNING_KEY_FILE === undefined)
    problems.push({ variable: 'EMBEDDED_SIGNING_KEY_FILE', message: 'is required with EMBEDDED=true' });
  if (NODE_ENV !== 'production') return problems;
  if (EMBEDDED) problems.push({ variable: 'EMBEDDED', message: 'is refused in production' });
  if (DEBUG) problems.push({ variable: 'DEBUG', message: 'is refused in production' });
  if (SUPABASE_URL?.startsWith('http:')) problems.push({ variable: 'SUPABASE_URL', message: 'is no https URL' });
  if (ALLOWED_ORIGINS?.some((origin) => !origin.startsWith('https://')))
    problems.push({ variable: 'ALLOWED_ORIGINS', message: 'must be https in production' });
  return problems;
}

function keyProblems(environment: Environment): readonly Problem[] {
  const read = variables.pick({ SUPABASE_URL: true, SUPABASE_ANON_KEY: true, SUPABASE_SERVICE_ROLE_KEY: true }).safeParse(environment);
  if (!read.success) return [];
  const project = projectOfUrl(read.data.SUPABASE_URL);
  const foreign = (key: string) => project !== undefined && (projectOfKey(key) ?? project) !== project;
  const problems: Problem[] = [];
  if (foreign(read.data.SUPABASE_ANON_KEY))
    problems.push({ variable: 'SUPABASE_ANON_KEY', message: 'belongs to another project than SUPABASE_URL' });
  if (foreign(read.data.SUPABASE_SERVICE_ROLE_KEY)) {
    problems.push({ variable: 'SUPABASE_SERVICE_ROLE_KEY', message: 'belongs to another project than SUPABASE_URL' });
  }
  return problems;
}

function legacyProblems(environment: Environment): readonly Problem[] {
  const read = variables.pick({ ALLOW_LEGACY_HS256: true, SUPABASE_JWT_SECRET: true }).safeParse(environment);
  if (!read.success || !read.data.ALLOW_LEGACY_HS256 || read.data.SUPABASE_JWT_SECRET !== undefined) return [];
  return [{ variable: 'SUPABASE_JWT_SECRET', message: 'is required with ALLOW_LEGACY_HS256=true' }];
}

function limitProblems(environment: Environment): readonly Problem[] {
  const read = variables.pick({ HEADERS_TIMEOUT_MS: true, REQUEST_TIMEOUT_MS: true }).safeParse(environment);
  if (!read.success || read.data.HEADERS_TIMEOUT_MS <= read.data.REQUEST_TIMEOUT_MS) return [];
  return [{ variable: 'HEADERS_TIMEOUT_MS', message: 'is longer than REQUEST_TIMEOUT_MS' }];
}
