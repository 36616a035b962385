// What a call is given: positional arguments, keywords and options alike.
import type { Call, Expression, Unit, Value } from '../../model.ts';
import type { Where } from './libraries.ts';
import { nodesIn } from './walk.ts';

export type Option = Value | 'absent' | 'unknown';

/** What a call takes there; positional arguments and options alike. */
export function taken(unit: Unit, call: Call, { position, names }: Where): Option {
  const named = names.map((name) => call.option(name)).find((option) => option !== 'absent');
  if (named !== undefined && named !== 'unknown') return named;
  const argument = position === undefined ? undefined : call.argument(position);
  return argument ? unit.value(argument) : (named ?? 'absent');
}

/** Values that hold in runs that serve. */
export function arms(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.among.filter(({ runsIn }) => runsIn !== 'development').flatMap((arm) => arms(arm.value)) : [value];
}

/** Off where it serves, or off unless a variable is set. */
export const isOff = (option: Option): boolean =>
  option !== 'absent' &&
  option !== 'unknown' &&
  arms(option).some((value) => {
    if (value.kind === 'literal') return value.value === false || value.value === 0;
    if (value.kind !== 'environment' || value.required) return false;
    return value.fallback === undefined || isOff(value.fallback);
  });

export const entry = (option: Option, key: string): Option =>
  option === 'absent' || option === 'unknown' || option.kind !== 'record'
    ? 'absent'
    : (option.entries.find(([name]) => name === key)?.[1] ?? 'absent');

/** What stands there in the source, as argument or entry. */
export function expressionsOf(call: Call, { position, names }: Where): readonly Expression[] {
  const direct = position === undefined ? undefined : call.argument(position, names[0]);
  if (direct) return [direct];
  return nodesIn(call.node.args).flatMap((node) =>
    node.kind === 'object' ? node.entries.flatMap(({ key, value }) => (typeof key === 'string' && names.includes(key) ? [value] : [])) : [],
  );
}
