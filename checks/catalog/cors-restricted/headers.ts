// The header set by hand: whom it names, and whether a caller's own origin was compared before it is sent back.
import type { Assignment, Expression, Piece, Unit } from '../../model.ts';
import { admitted, nothing } from './origins.ts';
import type { Admission } from './policy.ts';

/** Calls and entries that set the header by hand. */
export function headers(unit: Unit): readonly Assignment[] {
  const setters = unit
    .calls('*.setHeader', '*.set', '*.header', '*.append', '*.add', '*.add_header', '*.setheader', '*.__setitem__')
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
  const others = pieces.filter((piece) => !echoes.includes(piece)).flatMap((piece) => elseSent(unit, piece.value).bad);
  return { bad: others, good: [{ place, what: 'an origin that was compared first is sent back' }], unclear: [] };
}

/** `origins[0]`: any of the list may be what is sent, a `*` in it too. */
const elseSent = (unit: Unit, value: Expression): Admission =>
  value.kind === 'index'
    ? admitted(unit, unit.value(value.object), { ...semantics, starInList: true })
    : admitted(unit, unit.value(value), semantics);

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
