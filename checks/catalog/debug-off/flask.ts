// Configurations of Flask in a table, as `{"development": Development, "production": Production}`: the one that is taken where nobody names another.
import { lastName } from '../../model/nodes.ts';
import type { Containers, Expression, Finding, Unit } from '../../model.ts';

export function chosenConfigurations(unit: Unit, containers: Containers): readonly Finding[] {
  if (!unit.frameworks.some((name) => name === 'flask' || name === 'quart')) return [];
  const debugging = unit
    .assignments('DEBUG')
    .filter(({ ofClass, value }) => ofClass !== undefined && value.kind === 'boolean' && value.value);
  if (debugging.length === 0) return [];
  const found = new Map<string, Finding>();
  for (const name of chosenNames(unit, containers))
    for (const entry of unit.entriesNamed(name)) {
      const on = debugging.find(({ ofClass }) => ofClass === classOf(entry.value));
      if (on === undefined || entry.givenTo?.length) continue;
      found.set(`${on.place.path}:${on.place.line}`, {
        message: `DEBUG is on in the configuration that is taken where nobody names another: ${name}`,
        place: on.place,
        related: [entry.place],
      });
    }
  return [...found.values()];
}

/** `Development`, `config.Development`, `"config.Development"`. */
const classOf = (value: Expression): string | undefined => (value.kind === 'string' ? value.value.split('.').at(-1) : lastName(value));

/** What the variable that names it falls back on, unless the image sets it, and what start lines name. */
function chosenNames(unit: Unit, { images }: Containers): ReadonlySet<string> {
  const set = new Set(
    images.flatMap(({ stages }) => (stages.at(-1)?.variables ?? []).flatMap((each) => (each.value === 'written' ? [each.name] : []))),
  );
  const commands = unit.startCommands.filter(({ place }) => !/compose|package\.json$|dev|local|test/i.test(place.path));
  const said = commands.flatMap(({ text }) =>
    [...text.matchAll(/(?:config|env|environment|settings)(?:=|["',\s]+)["']?([a-z]+)\b/gi)].map(([, name = '']) => name),
  );
  const fallen = unit.environmentReads.flatMap(({ name, fallback, runsIn }) =>
    fallback?.kind === 'literal' &&
    typeof fallback.value === 'string' &&
    /CONFIG|ENV|SETTINGS|STAGE/i.test(name) &&
    runsIn !== 'development' &&
    !set.has(name) &&
    !commands.some(({ text }) => text.includes(`${name}=`))
      ? [fallback.value]
      : [],
  );
  return new Set([...said, ...fallen]);
}
