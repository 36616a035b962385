// Circuit breakers: those of libraries and those a service writes itself, and whether a call runs behind one.

import { lastName, nodesIn } from '../../model/nodes.ts';
import { everyWay, functionsAbove } from '../../model/ways.ts';
import type { Call, CodeFunction, Expression, Unit } from '../../model.ts';

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

export function breakerOn(unit: Unit, asked: Call): 'closed' | 'none' | 'deaf' {
  const known = new Map<Expression, Call>(unit.calls(...libraries).flatMap((call) => (breaks(unit, call) ? [[call.node, call]] : [])));
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
  const own = functionsAbove(unit, asked).map((code) => ownSwitch(code));
  return own.includes('closed') ? 'closed' : own.includes('deaf') ? 'deaf' : 'none';
}

const has = (call: Call, pattern: RegExp): boolean => call.symbols.some((symbol) => pattern.test(symbol));
const handsOver = ({ node }: Call): boolean => node.args.some(({ value }) => value.kind === 'function');

/** cockatiel's wrap holds many things: only one that holds a breaker breaks. Making a breaker that nothing goes through does nothing. */
function breaks(unit: Unit, call: Call): boolean {
  if (has(call, /^npm:cockatiel\.wrap\(\)\.execute$/))
    return unit
      .calls('npm:cockatiel.wrap')
      .some(({ node }) => node.args.some(({ value }) => unit.symbols(value).includes('npm:cockatiel.circuitBreaker()')));
  if (has(call, /^npm:opossum(?:\.default)?$/))
    return unit.calls('npm:opossum().fire', 'npm:opossum.default().fire', 'npm:opossum().call').length > 0;
  return true;
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
  return unit.callsFrom(code).some(({ node }) => known.has(node)) || ownSwitch(code) === 'closed';
}

const switchName =
  /circuit|breaker|cool_?down|tripped|(?:open|blocked|down|retry|disabled)_?until|consecutive_?(?:failures|errors)|failure_?count|failures|is_?open/i;

/** `if (now < openUntil) throw …` that failures set; `deaf` where nothing in the function ever notes one. */
function ownSwitch(code: CodeFunction): 'closed' | 'deaf' | 'none' {
  const nodes = nodesIn(code.node.body);
  const tests = nodes.flatMap((each) => (each.kind === 'if' && leaves(each.then) ? [each.test] : []));
  const looks = tests.some((test) => nodesIn(test).some((each) => namesSwitch(each)));
  if (!looks) return 'none';
  const notes = nodes.some(
    (each) =>
      each.kind === 'try' &&
      each.handlers.some(({ body }) =>
        nodesIn(body).some(
          (inner) =>
            namesWritten(inner) ||
            (inner.kind === 'call' && (namesSwitch(inner.callee) || /fail|trip|record|on_?error/i.test(lastName(inner.callee) ?? ''))),
        ),
      ),
  );
  return notes ? 'closed' : 'deaf';
}

const leaves = (body: readonly { readonly kind: string }[]): boolean =>
  body.some(
    (each) =>
      each.kind === 'return' ||
      each.kind === 'throw' ||
      (each.kind === 'block' && nodesIn(each).some(({ kind }) => kind === 'return' || kind === 'throw')),
  );

type Node = ReturnType<typeof nodesIn>[number];
const namesSwitch = (node: Node): boolean =>
  (node.kind === 'name' && switchName.test(node.name)) ||
  (node.kind === 'member' &&
    (switchName.test(node.name) || nodesIn(node.object).some((each) => each.kind === 'name' && switchName.test(each.name))));

function namesWritten(node: Node): boolean {
  if (node.kind !== 'assignment' && node.kind !== 'assign') return false;
  const { target } = node;
  if (target.kind === 'bind') return switchName.test(target.name);
  return target.kind === 'place' && target.target.kind === 'member' && namesSwitch(target.target);
}
