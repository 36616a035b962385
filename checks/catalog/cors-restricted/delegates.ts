// A function that makes the options per request: `cors((request, callback) => callback(null, { origin }))`.
import type { CallExpression, CodeFunction, Piece, Unit, Value } from '../../model.ts';

/** The origins it hands back, each where it is written; `unknown` where nothing is seen to be handed back. */
export function delegatedOrigins(unit: Unit, code: CodeFunction): Value | 'unknown' {
  const [, second] = code.node.parameters;
  const callback = second?.pattern.kind === 'bind' ? second.pattern.name : undefined;
  const pieces = unit.callsFrom(code).flatMap((call) => {
    const { callee } = call.node;
    const options = callee.kind === 'name' && callee.name === callback ? call.argument(1) : undefined;
    return options === undefined ? [] : unit.pieces(options).filter(({ key }) => key === 'origin');
  });
  if (pieces.length === 0) return 'unknown';
  const among = pieces.map((piece) => ({ value: isAsked(unit, piece) ? asked(piece) : unit.value(piece.value), runsIn: piece.runsIn }));
  return { kind: 'choice', among, place: unit.place(code) };
}

/** Under a test that may be of the origin; one of the path says nothing of who asks. */
const isAsked = (unit: Unit, { guards }: Piece): boolean => guards.length > 0 && !guards.some(({ test }) => looksAtPath(unit, test, 3));

/** Whether a test, or a helper that it calls, looks at the path of the request. */
function looksAtPath(unit: Unit, within: unknown, depth: number): boolean {
  if (Array.isArray(within)) return within.some((each) => looksAtPath(unit, each, depth));
  if (typeof within !== 'object' || within === null) return false;
  if ('kind' in within && within.kind === 'member' && 'name' in within && pathNames.test(String(within.name))) return true;
  if (Object.values(within).some((inner) => looksAtPath(unit, inner, depth))) return true;
  return depth > 0 && isCall(within) && unit.functionsIn(within.callee).some(({ node }) => looksAtPath(unit, node.body, depth - 1));
}

const pathNames = /^(?:url|path|originalUrl|baseUrl|pathname)$/;
const isCall = (node: object): node is CallExpression => 'kind' in node && node.kind === 'call' && 'callee' in node;

const asked = ({ place }: Piece): Value => ({ kind: 'unknown', because: 'a test of the request decides', place });
