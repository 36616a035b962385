// Circuit breakers: those of libraries and those a service writes itself, and whether a call runs behind one.

import { nodesIn } from '../../model/nodes.ts';
import { everyWay, functionsAbove } from '../../model/ways.ts';
import type { Call, CodeFunction, Expression, Unit } from '../../model.ts';
import { ownSwitch } from './own-switch.ts';

const libraries = [
  ...[
    'cockatiel.circuitBreaker().execute',
    'cockatiel.wrap().execute',
    'opossum',
    'opossum.default',
    'opossum().fire',
    'opossum().call',
    'mollitia.Circuit',
    'mollitia.Circuit().fn',
    'brakes',
    'brakes().exec',
  ].map((name) => `npm:${name}`),
  ...['pybreaker.CircuitBreaker', 'aiobreaker.CircuitBreaker', 'circuitbreaker.CircuitBreaker'].flatMap((name) =>
    ['', '()', '().call', '().call_async', '().calling', '().decorate', '().ignore_calls'].map((end) => `py:${name}${end}`),
  ),
  ...['circuitbreaker.circuit', 'purgatory.*', 'hyx.circuitbreaker.*', 'lasier.*', 'fastapi_circuitbreaker.*'].map((name) => `py:${name}`),
];

export function breakerOn(unit: Unit, asked: Call): 'closed' | 'none' | 'deaf' | 'unknown' {
  const known = new Map<Expression, Call>(
    [...unit.calls(...libraries).filter((call) => breaks(unit, call)), ...callsOfOwn(unit)].map((call) => [call.node, call]),
  );
  const isWrapper = (call: Call): boolean =>
    known.has(call.node) || (handsOver(call) && call.targets.some((target) => isBreaking(unit, target, known)));
  const isOn = (code: CodeFunction): boolean =>
    (code.node.decorators ?? []).some((each) => isDecorator(unit, each, known)) ||
    [...known.values()].some((call) =>
      call.node.args.some(
        ({ value }) =>
          value.kind !== 'function' && value.kind !== 'object' && unit.functionsIn(value).some(({ node }) => node === code.node),
      ),
    );
  if (everyWay(unit, asked, { call: isWrapper, code: isOn })) return 'closed';
  const own = functionsAbove(unit, asked).map((code) => ownSwitch(unit, code));
  if (own.includes('closed')) return 'closed';
  if (everyWay(unit, asked, { call: (call) => isWrapper(call) || isForeign(call), code: isOn })) return 'unknown';
  return own.includes('deaf') ? 'deaf' : 'none';
}

/** Something of a package that nobody here knows, which by its name may break: `guarded('openai', () => …)`. */
const isForeign = (call: Call): boolean =>
  handsOver(call) &&
  call.targets.length === 0 &&
  call.symbols.some(
    (symbol) =>
      /^(?:npm|py):/.test(symbol) &&
      !/^(?:npm:cockatiel|npm:opossum)/.test(symbol) &&
      /resilien|breaker|circuit|guarded|protected|fault-?tol/i.test(symbol),
  );

const ownBreakers = new WeakMap<Unit, readonly Call[]>();

/** Calls of helpers that run what they are given, and count its failures themselves. */
function callsOfOwn(unit: Unit): readonly Call[] {
  const found =
    ownBreakers.get(unit) ??
    unit
      .functions()
      .filter((code) => runsWhatItIsGiven(code) && ownSwitch(unit, code) === 'closed')
      .flatMap((code) => unit.callersOf(code));
  ownBreakers.set(unit, found);
  return found;
}

function runsWhatItIsGiven({ node }: CodeFunction): boolean {
  const given = new Set(node.parameters.flatMap(({ pattern }) => (pattern.kind === 'bind' ? [pattern.name] : [])));
  return nodesIn(node.body).some((each) => each.kind === 'call' && each.callee.kind === 'name' && given.has(each.callee.name));
}

const has = (call: Call, pattern: RegExp): boolean => call.symbols.some((symbol) => pattern.test(symbol));
const handsOver = ({ node }: Call): boolean => node.args.some(({ value }) => value.kind === 'function');

/** cockatiel's wrap holds many things: only one that holds a breaker breaks. Making a breaker that nothing goes through does nothing. */
function breaks(unit: Unit, call: Call): boolean {
  if (has(call, /^npm:cockatiel\.wrap\(\)\.execute$/))
    return unit
      .calls('npm:cockatiel.wrap')
      .some(({ node }) => node.args.some(({ value }) => unit.symbols(value).includes('npm:cockatiel.circuitBreaker()')));
  if (!has(call, /^npm:opossum/)) return true;
  const made = unit.calls('npm:opossum', 'npm:opossum.default').filter((each) => !isSwitchedOff(each));
  if (made.length === 0 || isSwitchedOff(call)) return false;
  return (
    !has(call, /^npm:opossum(?:\.default)?$/) ||
    unit.calls('npm:opossum().fire', 'npm:opossum.default().fire', 'npm:opossum().call').length > 0
  );
}

/** With `enabled: false` opossum lets everything through. */
function isSwitchedOff(call: Call): boolean {
  const enabled = call.option('enabled');
  return typeof enabled === 'object' && enabled.kind === 'literal' && enabled.value === false;
}

function isDecorator(unit: Unit, decorator: Expression, known: ReadonlyMap<Expression, Call>): boolean {
  if (decorator.kind === 'call')
    return (
      known.has(decorator) ||
      unit.symbols(decorator.callee).some((symbol) => /^py:(?:circuitbreaker\.|pybreaker\.|aiobreaker\.|purgatory|hyx\.)/.test(symbol))
    );
  return unit
    .symbols(decorator)
    .some((symbol) => /^py:(?:circuitbreaker\.circuit|(?:pybreaker|aiobreaker|circuitbreaker)\.CircuitBreaker\(\))$/.test(symbol));
}

/** A helper that runs what it is given behind a breaker: a library's, or one that counts failures itself. */
function isBreaking(unit: Unit, code: CodeFunction, known: ReadonlyMap<Expression, Call>): boolean {
  return unit.callsFrom(code).some(({ node }) => known.has(node)) || ownSwitch(unit, code) === 'closed';
}
