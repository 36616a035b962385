// What a given timeout is worth: a limit, none at all, or not to be known.
import type { Call, Expression, Unit, Value } from '../../model.ts';

export type Limit = 'given' | 'endless' | 'absent' | 'unknown';

/** How a value given as a limit holds; zero, None and false switch limits off. */
export function limitOf(value: Value | 'absent' | 'unknown'): Limit {
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'literal':
      return value.value === null || value.value === false || value.value === 0 || value.value === '0' ? 'endless' : 'given';
    case 'environment':
      return value.fallback === undefined ? 'given' : limitOf(value.fallback);
    case 'choice': {
      const arms = value.among.filter(({ runsIn }) => runsIn !== 'development').map((arm) => limitOf(arm.value));
      // One arm may stand for a caller who asks for none.
      return arms.includes('given') ? 'given' : 'endless';
    }
    case 'symbol':
      return /(?:^|\.)(?:Infinity|POSITIVE_INFINITY)$|^py:math\.inf$/.test(value.name) ? 'endless' : 'given';
    default:
      return 'given';
  }
}

/** An entry of a value: `global` of the options of a client. */
export function entryOf(value: Value, name: string): Value | 'absent' | 'unknown' {
  if (value.kind === 'record') return value.entries.find(([key]) => key === name)?.[1] ?? (value.complete ? 'absent' : 'unknown');
  if (value.kind === 'choice') {
    const arms = value.among.map((arm) => entryOf(arm.value, name));
    return arms.find((arm) => typeof arm === 'object') ?? (arms.includes('unknown') ? 'unknown' : 'absent');
  }
  return value.kind === 'unknown' || value.kind === 'symbol' || value.kind === 'function' ? 'unknown' : 'absent';
}

/** The options handed over at a position; where the position is empty they are surely absent. */
export function optionAt(unit: Unit, call: Call, position: number, name: string): Value | 'absent' | 'unknown' {
  const given: Expression | undefined = call.argument(position);
  if (given === undefined) return call.node.args.some(({ spread }) => spread !== undefined) ? 'unknown' : 'absent';
  return entryOf(unit.value(given), name);
}

/** The best of several: one limit is enough. */
export function best(limits: readonly Limit[]): Limit {
  const order: readonly Limit[] = ['given', 'endless', 'unknown', 'absent'];
  return order.find((each) => limits.includes(each)) ?? 'absent';
}

const asyncLimits = [
  'py:asyncio.wait_for',
  'py:asyncio.timeout',
  'py:asyncio.timeout_at',
  'py:asyncio.timeouts.timeout',
  'py:anyio.fail_after',
  'py:anyio.move_on_after',
  'py:trio.fail_after',
  'py:trio.move_on_after',
  'py:async_timeout.timeout',
];

/** Calls that end the waiting for what stands inside them. */
export function isAsyncLimit(unit: Unit, call: Call): boolean {
  if (call.language !== 'python') {
    const { callee } = call.node;
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    return /timeout|deadline/i.test(name) ? name !== 'setTimeout' : call.symbols.includes('js:Promise.race');
  }
  if (!call.symbols.some((symbol) => asyncLimits.includes(symbol))) return false;
  const wait = call.symbols.includes('py:asyncio.wait_for');
  const seconds = wait ? call.argument(1, 'timeout') : call.argument(0, 'delay');
  return seconds === undefined || limitOf(unit.value(seconds)) !== 'endless';
}

/** True where somebody stops waiting for the call: round it, or round every call of the function it stands in. */
export function isBoundedAround(unit: Unit, call: Call, depth = 3): boolean {
  if (call.around.some((each) => isAsyncLimit(unit, each))) return true;
  if (depth === 0 || call.inFunction === undefined) return false;
  const callers = unit.callersOf(call.inFunction);
  return callers.length > 0 && callers.every((caller) => isBoundedAround(unit, caller, depth - 1));
}

/** Entries added to an options object after it was made: `connect_args["timeout"] = …`. */
export function isAddedLater(unit: Unit, given: Expression | undefined, names: readonly string[]): boolean {
  if (given === undefined || (given.kind !== 'name' && given.kind !== 'member')) return false;
  return unit.pieces(given).some(({ key, value }) => key !== undefined && names.includes(key) && limitOf(unit.value(value)) === 'given');
}

/** The service tells its database the limit in SQL: `SET LOCAL statement_timeout = …`. Which statements that bounds is not known. */
export function setsStatementLimit(unit: Unit): boolean {
  return unit
    .calls('*.query', '*.raw', '*.execute', '*.unsafe', '*.$executeRawUnsafe')
    .some(({ node }) => node.args.some(({ value }) => saysStatementLimit(unit.value(value))));
}

function saysStatementLimit(value: Value): boolean {
  if (value.kind === 'literal') return /\bstatement_timeout\b/i.test(String(value.value));
  return value.kind === 'text' && value.parts.some(saysStatementLimit);
}
