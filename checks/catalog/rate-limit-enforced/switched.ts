// Whether what is hung up depends on a variable that is off where nobody sets it, or is given nothing to limit.
import type { Finding, Site, Unit, Value } from '../../model.ts';

/** The name of the variable; undefined where nothing switches it off by default. */
export function offSwitch(unit: Unit, { guards, runsIn }: Site): string | undefined {
  if (runsIn !== 'every') return undefined;
  for (const { test, holds } of guards) {
    const [name] = unit.environmentBehind(test);
    if (name === undefined || name === '?') continue;
    const on = byDefault(unit.value(test));
    if (on !== undefined && on !== holds) return name;
  }
  return undefined;
}

/** What a condition is where nobody sets its variable. */
function byDefault(value: Value): boolean | undefined {
  if (value.kind === 'literal')
    return value.value !== false && value.value !== null && value.value !== '' && !/^(?:false|0|no|off)$/i.test(String(value.value));
  if (value.kind !== 'environment') return undefined;
  return value.fallback === undefined ? (value.required ? undefined : false) : byDefault(value.fallback);
}

/** Nest's guard counts once per entry of `throttlers`: with none it counts nobody. */
export function limitless(unit: Unit): readonly Finding[] {
  if (unit.imports('@nestjs/throttler').length === 0) return [];
  return unit.entriesNamed('throttlers').flatMap(({ value, place, runsIn }) => {
    const given = unit.value(value);
    return given.kind === 'list' && given.complete && given.items.length === 0 && runsIn !== 'development'
      ? [{ message: 'the limiter of Nest is given no limits: its list of throttlers is empty', place }]
      : [];
  });
}
