// The one place that reads the process environment.
import { crossProblems, type Environment, type Problem } from './rules.ts';
import { type Config, variables } from './schema.ts';

export type { Problem } from './rules.ts';
export type { Config } from './schema.ts';

/** The validated configuration, or every variable that is missing or wrong, at once and without its value. */
export function readConfig(
  environment: Environment = process.env,
): { readonly config: Config } | { readonly problems: readonly Problem[] } {
  const read = variables.safeParse(withoutEmpty(environment));
  const faults = read.success ? [] : read.error.issues.map((issue) => problemOf(issue, environment));
  const problems = [...faults, ...crossProblems(withoutEmpty(environment))];
  return read.success && problems.length === 0 ? { config: read.data } : { problems };
}

/** Where the migrations run; the server itself has no such access. */
export function readDatabaseUrl(environment: Environment = process.env): string | undefined {
  return variables.shape.DATABASE_URL.safeParse(environment.DATABASE_URL).data;
}

/** `PORT=` in an .env file means unset. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

function problemOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string }, environment: Environment): Problem {
  const variable = String(issue.path[0]);
  return { variable, message: environment[variable]?.trim() ? issue.message : 'is missing' };
}
