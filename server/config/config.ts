// The one place that reads the process environment.
import { crossProblems, type Environment, type Problem } from './rules.ts';
import { type Config, variables } from './schema.ts';

export type { Problem } from './rules.ts';
export type { Config } from './schema.ts';

/** The validated configuration, or every variable that is missing or wrong, at once and without its value. */
export function readConfig(
  environment: Environment = process.env,
): { readonly config: Config } | { readonly problems: readonly Problem[] } {
  // `PORT=` in an .env file means unset.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = variables.safeParse(given);
  const problems = [...(read.success ? [] : read.error.issues.map((issue) => problemOf(issue, given))), ...crossProblems(given)];
  return read.success && problems.length === 0 ? { config: read.data } : { problems };
}

function problemOf(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string; readonly code: string },
  given: Environment,
): Problem {
  const variable = String(issue.path[0]);
  if (given[variable] === undefined) return { variable, message: 'is missing' };
  return { variable, message: issue.message };
}
