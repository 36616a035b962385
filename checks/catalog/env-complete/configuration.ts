// Which of the sources make up the configuration that is judged, and how strictly.
import type { EnvironmentEvidence, EnvironmentSource, ExpectedVariable, Variable } from '../../model.ts';

export interface Configuration {
  /** Sources that are judged. */
  readonly sources: readonly EnvironmentSource[];
  /** What they set; where one is set twice, the last counts. */
  readonly variables: readonly Variable[];
  /** Shared files below them: what they set is there, and is not judged. */
  readonly shared: readonly Variable[];
  /** Judged as what users will reach. */
  readonly production: boolean;
}

/** What the user gave; else the production files; else what a developer runs with. Undefined where nothing can be used. */
export function chosen({ sources, variables }: EnvironmentEvidence): Configuration | undefined {
  const usable = sources.filter(({ role, problem }) => role !== 'example' && problem === undefined);
  const of = (...roles: readonly EnvironmentSource['role'][]) => usable.filter(({ role }) => roles.includes(role));
  const setBy = (group: readonly EnvironmentSource[]) => variables.filter(({ source }) => group.some(({ name }) => name === source));
  if (of('given').length > 0) {
    const group = of('given', 'production');
    return { sources: group, variables: setBy(group), shared: [], production: !saysDevelopment(setBy(group)) };
  }
  if (of('production').length > 0) {
    const group = of('production');
    return {
      sources: group,
      variables: setBy(group),
      shared: setBy(of('development').filter(({ name }) => /(?:^|\/)\.env$/.test(name))),
      production: true,
    };
  }
  // A file for tests says nothing of the service that users reach.
  const all = of('development');
  const group = all.filter((source) => !isTemplate(source, setBy([source])));
  // What is committed beside a template only adds to what is made of it.
  if (group.length < all.length && group.every(({ committed }) => committed)) return undefined;
  return group.length === 0 ? undefined : { sources: group, variables: setBy(group), shared: [], production: false };
}

/** `.env.development` in git whose keys are to be filled in is there to be copied. */
const isTemplate = ({ name, committed }: EnvironmentSource, set: readonly Variable[]): boolean =>
  committed && !/(?:^|\/)\.env$/.test(name) && set.some(({ placeholder }) => placeholder);

/** Whether a source speaks for code at this path: files count for their folder and below, what was given for all. */
export function speaksFor({ name, role }: Pick<EnvironmentSource, 'name' | 'role'>, path: string): boolean {
  if (role === 'given' || name === 'process') return true;
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return path.startsWith(folder);
}

/** Sources of a configuration that speak for a variable where it is read. */
export function sourcesFor(configuration: Configuration, { readAt }: ExpectedVariable): readonly EnvironmentSource[] {
  return configuration.sources.filter((source) => speaksFor(source, readAt.path));
}

/** The last setting of each name. */
export function effective(variables: readonly Variable[]): ReadonlyMap<string, Variable> {
  return new Map(variables.map((variable) => [variable.name, variable]));
}

/** Variables that belong together: what was given is one environment, files are one for each folder. */
export function groups({ sources, variables }: Configuration): readonly (readonly Variable[])[] {
  if (sources.some(({ role }) => role === 'given')) return [variables];
  return [...Map.groupBy(variables, ({ source }) => source.slice(0, source.lastIndexOf('/') + 1)).values()];
}

const stage = /^(?:NODE_ENV|APP_ENV|ENVIRONMENT|ENV|PYTHON_ENV)$/;

function saysDevelopment(variables: readonly Variable[]): boolean {
  const said = [...effective(variables).values()].filter(({ name }) => stage.test(name));
  return said.some(({ shape }) => shape.kind === 'text' && /^(?:dev|development|test|testing|local)$/i.test(shape.value));
}
