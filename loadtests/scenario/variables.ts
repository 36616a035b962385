// What the templates of a scenario may name, and what stands behind each name.
import type { Feed } from './feeds.ts';
import type { Identity } from './identity.ts';
import type { Row, Scenario } from './schema.ts';
import { journeyVariables, namesIn, type Value, type Variables } from './template.ts';

/** The variables of the environment that a scenario names, as `{{env.NAME}}`. */
export function environmentNames({ journeys, headers, auth }: Scenario): readonly string[] {
  const names = namesIn([journeys, headers, auth]).filter((name) => name.startsWith('env.'));
  return [...new Set(names)].map((name) => name.slice('env.'.length));
}

/** Their values, as templates name them; what is not set, in one line. */
export function environmentOf(
  scenario: Scenario,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly values: readonly (readonly [string, string])[] } | { readonly problem: string } {
  const names = environmentNames(scenario);
  const unset = names.find((name) => (environment[name] ?? '') === '');
  if (unset !== undefined) return { problem: `{{env.${unset}}}: ${unset} is not set` };
  return { values: names.map((name) => [`env.${name}`, environment[name] ?? ''] as const) };
}

interface Known {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly identity: Identity;
  readonly common: Variables;
}

/** What a template names and nothing is called, in one line. */
export function unknownName({ auth, journeys, headers }: Scenario, { feeds, identity, common }: Known): string | undefined {
  const columnsOf = ([feed, { columns }]: readonly [string, Feed]) => columns.map((column) => `${feed}.${column}`);
  const users = [...feeds].filter(([feed]) => feed === auth?.users).flatMap(columnsOf);
  const inAuth = namesIn(auth).find((name) => ![...users, ...identity.names, ...common.keys()].includes(name));
  if (inAuth !== undefined) return `auth: nothing is called {{${inAuth}}} there`;
  const columns = [...feeds].flatMap(columnsOf);
  for (const journey of journeys) {
    const known = new Set<string>([...journeyVariables, ...common.keys(), ...identity.names, ...columns]);
    for (const step of journey.steps) {
      const name = namesIn([step.request, step.headers, step.body, headers]).find((each) => !known.has(each));
      if (name !== undefined) return `journey "${journey.name}", ${step.request}: nothing is called {{${name}}} there`;
      for (const extracted of Object.keys(step.extract ?? {})) known.add(extracted);
    }
  }
  return undefined;
}

interface VariableSources {
  readonly feeds: readonly (readonly [string, Feed])[];
  readonly common: Variables;
  readonly identity: Identity;
}

/** What the templates of one journey are filled from. */
export function variablesOf(iteration: number, { feeds, common, identity: { users } }: VariableSources): Map<string, Value> {
  const variables = new Map<string, Value>(common);
  variables.set('iteration', iteration);
  for (const [feed, { next }] of feeds) {
    const row: Row = next();
    for (const [column, value] of Object.entries(row)) variables.set(`${feed}.${column}`, value);
    if (feed === users?.feed) users.sessions.lend(variables, row);
  }
  return variables;
}
