// Levels of handlers in records that configure logging: a handler only passes on what its loggers let through.
import { loggingConfigs } from '../../model/logging-configs.ts';
import type { Expression, Unit, Value } from '../../model.ts';

/** Where they stand, as `path:line:column`. */
export function handlerLevels(unit: Unit): ReadonlySet<string> {
  const configs: readonly Expression[] = [...loggingConfigs(unit), ...unit.assignments('LOGGING').map(({ value }) => value)];
  const handlers = configs.flatMap((config) => entriesOf(entryOf(unit.value(config), 'handlers')));
  const levels = handlers.flatMap(([, handler]) => entryOf(handler, 'level') ?? []);
  return new Set(levels.map(({ place }) => `${place.path}:${place.line}:${place.column}`));
}

/** Those of records in which every handler that writes has a level that the environment sets: whatever a logger lets through, they decide. */
export function decidingLevels(unit: Unit): ReadonlySet<string> {
  const configs = [...loggingConfigs(unit), ...unit.assignments('LOGGING').map(({ value }) => value)];
  const found = configs.flatMap((config) => {
    const handlers = entriesOf(entryOf(unit.value(config), 'handlers')).filter(([, handler]) => !isSilent(entryOf(handler, 'class')));
    const levels = handlers.map(([, handler]) => entryOf(handler, 'level'));
    return levels.every((level) => level?.kind === 'environment') ? levels.flatMap((level) => level ?? []) : [];
  });
  return new Set(found.map(({ place }) => `${place.path}:${place.line}:${place.column}`));
}

const isSilent = (made: Value | undefined): boolean =>
  (made?.kind === 'literal' && /NullHandler$/.test(String(made.value))) || (made?.kind === 'symbol' && /NullHandler$/.test(made.name));

const entriesOf = (value: Value | undefined): readonly (readonly [string, Value])[] => (value?.kind === 'record' ? value.entries : []);
const entryOf = (value: Value, name: string): Value | undefined => entriesOf(value).find(([key]) => key === name)?.[1];
