// Logging that is configured by a record: `dictConfig(…)`, and Django's LOGGING.
import { merge, type Seen } from '../../answer.ts';
import { loggingConfigs } from '../../model/logging-configs.ts';
import type { Expression, FilePlace, Unit, Value } from '../../model.ts';
import { jsonClass } from './python-loggers.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgeDjangoAndDicts(unit: Unit): Seen {
  if (!unit.languages.includes('python')) return nothing;
  const given = loggingConfigs(unit);
  const django = unit.frameworks.includes('django')
    ? unit
        .assignments('LOGGING')
        .filter(({ runsIn }) => runsIn !== 'development')
        .map(({ value }) => value)
    : [];
  const seen = merge([...given, ...django].map((config) => ofConfig(unit, config)));
  const isSilent = seen.bad.length + seen.good.length + (seen.unclear?.length ?? 0) === 0;
  if (unit.frameworks.includes('django') && django.length === 0 && given.length === 0 && isSilent && !hasOwn(unit))
    return {
      ...nothing,
      bad: unit.entries.slice(0, 1).map((place) => ({ message: 'no LOGGING is set: Django writes plain text', place })),
    };
  return seen;
}

const hasOwn = (unit: Unit): boolean =>
  unit.calls('*.setFormatter', 'py:logging.basicConfig', 'py:structlog.configure').length > 0 ||
  unit.imports('loguru', 'structlog', 'logfire').length > 0;

function ofConfig(unit: Unit, config: Expression): Seen {
  const value = unit.value(config);
  const place = unit.place(config);
  if (value.kind !== 'record') return { ...nothing, unclear: ['the record that configures the logging could not be followed'] };
  const formatters = recordOf(entryOf(value, 'formatters'));
  const handlers = recordOf(entryOf(value, 'handlers'));
  return merge(handlers.map(([name, handler]) => ofHandler(handler, formatters, place, name)));
}

type Record = readonly (readonly [string, Value])[];
const recordOf = (value: Value | undefined): Record => (value?.kind === 'record' ? value.entries : []);
const entryOf = (value: Value, name: string): Value | undefined =>
  value.kind === 'record' ? value.entries.find(([key]) => key === name)?.[1] : undefined;

function ofHandler(handler: Value, formatters: Record, place: FilePlace, name: string): Seen {
  const kind = textsIn(entryOf(handler, 'class')).join(' ');
  if (/NullHandler|AdminEmail|MemoryHandler|Sentry|syslog/i.test(kind)) return nothing;
  const chosen = entryOf(handler, 'formatter');
  if (jsonClass.test(kind)) return { ...nothing, good: [{ message: 'a handler writes JSON', place }] };
  const names = textsIn(chosen);
  if (chosen !== undefined && names.length === 0) return { ...nothing, unclear: ['the formatter of a handler could not be followed'] };
  if (chosen?.kind === 'choice' && chosen.among.every(({ runsIn }) => runsIn === 'every') && names.length > 1) {
    const kinds = new Set(names.map((each) => isJson(formatters.find(([key]) => key === each)?.[1])));
    if (kinds.size > 1) return { ...nothing, unclear: ['which formatter a handler has in production could not be followed'] };
  }
  const texts = names.filter((each) => !isJson(formatters.find(([key]) => key === each)?.[1]));
  const where = handler.kind === 'record' ? handler.place : place;
  if (names.length > 0 && texts.length === 0)
    return { ...nothing, good: [{ message: `the handler ${name} has a formatter of JSON`, place: where }] };
  return { ...nothing, bad: [{ message: `the handler ${name} writes plain text`, place: where }] };
}

function isJson(formatter: Value | undefined): boolean {
  if (formatter === undefined) return false;
  const made = [entryOf(formatter, '()'), entryOf(formatter, 'class')];
  if (made.some((each) => each?.kind === 'symbol' && jsonClass.test(each.name))) return true;
  if (made.some((each) => each?.kind === 'unknown')) return /json/i.test(JSON.stringify(formatter));
  const texts = made.flatMap((each) => textsIn(each));
  return texts.some((text) => jsonClass.test(text)) || textsIn(entryOf(formatter, 'format')).some((text) => /^\s*\{\s*"/.test(text));
}

/** The texts a value may be in production. */
function textsIn(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : [];
  if (value.kind === 'symbol') return [value.name];
  if (value.kind === 'environment') return textsIn(value.fallback);
  return value.kind === 'choice' ? value.among.flatMap((arm) => (arm.runsIn === 'development' ? [] : textsIn(arm.value))) : [];
}
