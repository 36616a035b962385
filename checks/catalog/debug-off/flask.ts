// Configurations of Flask in a table, as `{"development": Development, "production": Production}`: the one that the image names, or that is taken where nobody names another.
import type { Seen } from '../../answer.ts';
import { lastName } from '../../model/nodes.ts';
import type { Containers, ContainerVariable, Expression, Finding, Unit } from '../../model.ts';

/** A name of the table, and who chooses it. */
interface Chosen {
  readonly name: string;
  readonly by?: ContainerVariable;
}

export function chosenConfigurations(unit: Unit, containers: Containers): Seen {
  if (!unit.frameworks.some((name) => name === 'flask' || name === 'quart')) return { bad: [], good: [] };
  const debugging = unit
    .assignments('DEBUG')
    .filter(({ ofClass, value }) => ofClass !== undefined && value.kind === 'boolean' && value.value);
  if (debugging.length === 0) return { bad: [], good: [] };
  const switchedOn = (name: string): readonly Finding[] =>
    unit.entriesNamed(name).flatMap((entry) => {
      const on = debugging.find(({ ofClass }) => ofClass === classOf(entry.value));
      return on === undefined || entry.givenTo?.length
        ? []
        : [
            {
              message: `DEBUG is on in the configuration that is taken where nobody names another: ${name}`,
              place: on.place,
              related: [entry.place],
            },
          ];
    });
  const found = new Map<string, Finding>();
  const { chosen, unread } = namesOf(unit, containers);
  for (const { name, by } of chosen)
    for (const finding of switchedOn(name)) {
      const said = by && {
        message: `${by.name} is ${name} in the image, and DEBUG is on in that configuration`,
        place: by.place,
        related: [finding.place, ...(finding.related ?? [])],
      };
      const { place } = said ?? finding;
      found.set(place.kind === 'file' ? `${place.path}:${place.line}` : name, said ?? finding);
    }
  const unclear = unread.filter(({ fallback }) => switchedOn(fallback).length > 0);
  return {
    bad: [...found.values()],
    good: [],
    unclear: unclear.map(({ variable }) => `which configuration ${variable.name} names in the image could not be told`),
  };
}

/** `Development`, `config.Development`, `"config.Development"`. */
const classOf = (value: Expression): string | undefined => (value.kind === 'string' ? value.value.split('.').at(-1) : lastName(value));

interface Unread {
  readonly variable: ContainerVariable;
  readonly fallback: string;
}

/** What the image sets the variable to that names it, else what that falls back on, and what start lines name. */
function namesOf(unit: Unit, containers: Containers): { readonly chosen: readonly Chosen[]; readonly unread: readonly Unread[] } {
  const set = setByImages(containers);
  const commands = unit.startCommands.filter(({ place }) => !/compose|package\.json$|dev|local|test/i.test(place.path));
  const chosen: Chosen[] = commands.flatMap(({ text }) =>
    [...text.matchAll(/(?:config|env|environment|settings)(?:=|["',\s]+)["']?([a-z]+)\b/gi)].map(([, name = '']) => ({ name })),
  );
  const unread: Unread[] = [];
  for (const { name, fallback, runsIn } of unit.environmentReads) {
    if (!/CONFIG|ENV|SETTINGS|STAGE/i.test(name) || runsIn === 'development') continue;
    if (commands.some(({ text }) => text.includes(`${name}=`))) continue;
    // Where it is asked for, there is no start without it, whatever stands in for it elsewhere.
    if (unit.environmentReads.some((each) => each.name === name && each.required && each.runsIn !== 'development' && !each.onlyAsScript))
      continue;
    const other = fallback?.kind === 'literal' && typeof fallback.value === 'string' ? fallback.value : undefined;
    for (const by of set.filter((each) => each.name === name)) {
      if (by.word !== undefined) chosen.push({ name: by.word, by });
      else if (other !== undefined) unread.push({ variable: by, fallback: other });
    }
    if (other !== undefined && !set.some((each) => each.name === name)) chosen.push({ name: other });
  }
  return { chosen, unread };
}

/** Variables that are set as an image runs, by its last stage and those that it goes on from; the last line of a name holds. */
const setByImages = ({ images }: Containers): readonly ContainerVariable[] =>
  images
    .filter(({ path }) => !/dev|local|test|debug/i.test(path))
    .flatMap(({ stages }) => {
      const held = new Map<string, ContainerVariable>();
      for (let stage = stages.at(-1); stage !== undefined; stage = stage.from === undefined ? undefined : stages[stage.from])
        for (const each of stage.variables.toReversed())
          if (each.through === 'ENV' && each.value !== 'none' && !held.has(each.name)) held.set(each.name, each);
      return [...held.values()];
    });
