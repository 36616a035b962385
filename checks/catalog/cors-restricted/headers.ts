// The header set by hand: whom it names, and whether a caller's own origin was compared before it is sent back.
import { nodesIn } from '../../model/nodes.ts';
import type { Assignment, Call, CodeFunction, Expression, Piece, Unit } from '../../model.ts';
import { admitted, nothing } from './origins.ts';
import type { Admission } from './policy.ts';

/** Calls and entries that set the header by hand. */
export function headers(unit: Unit): readonly Assignment[] {
  const setters = unit
    .calls('*.setHeader', '*.set', '*.header', '*.append', '*.add', '*.add_header', '*.setheader', '*.__setitem__')
    .flatMap((call) => throughHelper(unit, call))
    .flatMap((call) => {
      const [name, value] = [call.argument(0), call.argument(1)];
      const known = name && unit.value(name);
      const isOrigin =
        known?.kind === 'literal' && typeof known.value === 'string' && known.value.toLowerCase() === 'access-control-allow-origin';
      return isOrigin && value ? [{ ...call.site, name: 'Access-Control-Allow-Origin', value }] : [];
    });
  return [...setters, ...unit.entriesNamed('access-control-allow-origin')].filter(
    // Files sent from a folder are public to whoever asks: their headers are no answer of the API.
    (each) => each.runsIn !== 'development' && !each.onlyAsScript && each.inFunction?.name !== 'setHeaders' && !isSentOut(each),
  );
}

/** `const set = (name, value) => ctx.set(name, value)`: what is set is told where the helper is called. */
function throughHelper(unit: Unit, call: Call): readonly Call[] {
  const { node, inFunction } = call;
  const handed = inFunction?.node.parameters.slice(0, 2).map(({ pattern }) => (pattern.kind === 'bind' ? pattern.name : '')) ?? [];
  const passes = handed.length === 2 && handed.every((name, at) => isNamed(node.args[at]?.value, name));
  const callers = inFunction && passes ? unit.callersOf(inFunction) : [];
  return callers.length > 0 ? callers : [call];
}

const isNamed = (given: Expression | undefined, name: string): boolean => given?.kind === 'name' && given.name === name;

/** A header of a request that the service makes itself admits nobody. */
const isSentOut = ({ givenTo = [] }: Assignment): boolean =>
  givenTo.some((symbol) =>
    /(?:^js:fetch|\.fetch|npm:(?:axios|got|ky|undici|node-fetch|superagent)\b.*|py:(?:httpx|requests|aiohttp)\b.*)$/.test(symbol),
  );

export const headerName = 'Access-Control-Allow-Origin';
const semantics = { name: headerName, starInList: false, byDefault: 'nobody', regex: 'search' } as const;

/** Whom one setting of the header lets in. */
export function ofHeader(unit: Unit, header: Assignment): Admission {
  const place = unit.place(header.value);
  const pieces = unit.pieces(header.value);
  const echoes = pieces.filter((piece) => unit.sources(piece.value).some((source) => source.kind === 'request'));
  if (echoes.length === 0) return admitted(unit, unit.value(header.value), semantics);
  if (!echoes.every((piece) => isCompared(unit, header, piece)))
    return { ...nothing, bad: [{ place, what: 'the caller gets its own origin back without a comparison' }] };
  // What is sent where the comparison fails.
  const others = pieces.filter((piece) => !echoes.includes(piece)).flatMap((piece) => elseSent(unit, piece, header).bad);
  return { bad: others, good: [{ place, what: 'an origin that was compared first is sent back' }], unclear: [] };
}

/** `origins[0]`: any of the list may be what is sent, a `*` in it too. */
function elseSent(unit: Unit, { value, guards }: Piece, { inFunction }: Assignment): Admission {
  const inList = { ...semantics, starInList: true };
  if (value.kind === 'index') return admitted(unit, unit.value(value.object), inList);
  // Sent where the list holds a `*`: what is admitted is what stands in the list.
  const [list] =
    value.kind === 'string' && value.value === '*'
      ? guards.flatMap(({ test, holds }) => (holds ? starLookedFor(test, inFunction) : []))
      : [];
  return list ? admitted(unit, unit.value(list), inList) : admitted(unit, unit.value(value), semantics);
}

/** `origins.includes('*')`, itself or by a name that the same function gives it. */
function starLookedFor(test: Expression, inFunction: CodeFunction | undefined): readonly Expression[] {
  if (test.kind === 'name')
    return nodesIn(inFunction?.node.body).flatMap((each) =>
      each.kind === 'assignment' && each.target.kind === 'bind' && each.target.name === test.name && each.value?.kind === 'call'
        ? starLookedFor(each.value, undefined)
        : [],
    );
  if (test.kind !== 'call' || test.callee.kind !== 'member' || !/^(?:includes|has)$/.test(test.callee.name)) return [];
  const given = test.args[0]?.value;
  return given?.kind === 'string' && given.value === '*' ? [test.callee.object] : [];
}

const isCompared = (unit: Unit, header: Assignment, piece: Piece): boolean =>
  [...header.guards, ...piece.guards].some(({ test }) => compares(unit, test));

/** A test that the origin is there at all compares it with nobody. */
function compares(unit: Unit, test: Expression): boolean {
  switch (test.kind) {
    case 'unary':
      return compares(unit, test.value);
    case 'binary':
      if (test.operator === 'and' || test.operator === 'or') return compares(unit, test.left) || compares(unit, test.right);
      return ![test.left, test.right].some(isNothing);
    case 'call':
      return !(test.callee.kind === 'member' && /^(?:get|header)$/.test(test.callee.name)) && lastName(test.callee) !== 'Boolean';
    case 'name':
    case 'member':
    case 'index': {
      const [first] = unit.pieces(test);
      if (first !== undefined && first.value !== test) return compares(unit, first.value);
      return !unit.sources(test).some((source) => source.kind === 'request');
    }
    default:
      return false;
  }
}

const isNothing = (expression: Expression): boolean =>
  expression.kind === 'null' ||
  (expression.kind === 'string' && expression.value === '') ||
  (expression.kind === 'name' && expression.name === 'undefined');
const lastName = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');
