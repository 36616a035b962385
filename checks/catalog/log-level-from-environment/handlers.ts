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

const entriesOf = (value: Value | undefined): readonly (readonly [string, Value])[] => (value?.kind === 'record' ? value.entries : []);
const entryOf = (value: Value, name: string): Value | undefined => entriesOf(value).find(([key]) => key === name)?.[1];
