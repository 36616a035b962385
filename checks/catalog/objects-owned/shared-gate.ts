// A gate that everybody passes with the same word: it asks for a token of the whole service, and tells the route nobody's name.
import { lastName, nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, FunctionExpression, Unit } from '../../model.ts';

/** Whether it compares what was sent with a setting alone, looks nobody up, verifies no token of a person and hands nothing on. */
export const isSharedGate = (unit: Unit, gate: CodeFunction): boolean => sharedGates(unit)(gate);

/** `X-Api-Key` is looked up, and nothing of what was found is hung on the request: whether the key is one person's stands elsewhere. */
export const asksForKeyAlone = (unit: Unit, gate: CodeFunction): boolean => {
  const codes = [gate, ...unit.callsFrom(gate).flatMap(({ targets }) => targets)];
  return (
    codes.some((code) => unit.words(code).some((word) => /^(?:x-)?api-(?:key|token)$/i.test(word))) &&
    !codes.some(({ node }) => handsOn(node.body)) &&
    !returnsValue(gate)
  );
};

// One gate stands before hundreds of routes.
const sharedGates = remembered((unit: Unit) => {
  const asked = new Set<Expression>(unit.queries.map(({ call }) => call.node));
  const known = new Map<FunctionExpression, boolean>();
  return (gate: CodeFunction): boolean => {
    const answer = known.get(gate.node) ?? asksForWord(unit, gate, asked);
    known.set(gate.node, answer);
    return answer;
  };
});

function asksForWord(unit: Unit, gate: CodeFunction, asked: ReadonlySet<Expression>): boolean {
  const calls = unit.callsFrom(gate);
  const codes = [gate, ...calls.flatMap(({ targets }) => targets)];
  if (calls.some(({ node, targets, symbols }) => targets.length === 0 && !isError(node.callee) && symbols.some(mayKnow))) return false;
  if (calls.some(({ node }) => asked.has(node))) return false;
  if (codes.some(({ node }) => handsOn(node.body)) || returnsValue(gate)) return false;
  return codes.some(({ node }) => nodesIn(node.body).some((each) => comparesWithSetting(unit, each)));
}

/** `raise Unauthorized(…)`, `abort(401)`. */
const isError = (callee: Expression): boolean => /(?:Error|Exception|^abort|^Unauthorized\w*|^Forbidden\w*)$/.test(lastName(callee) ?? '');

/** Packages and methods that learn who somebody is. */
const mayKnow = (symbol: string): boolean =>
  /jwt|jose|passport|firebase|clerk|cognito|oidc|oauth|login|identity|user|session|\.(?:decode|verify|find\w*|query|execute|fetch\w*|first|get_or_404)$/i.test(
    symbol,
  );

/** `request.user = …`, `g.user = …`. */
const handsOn = (body: unknown): boolean => nodesIn(body).some((each) => each.kind === 'assignment' && each.target.kind === 'place');

const returnsValue = ({ node }: CodeFunction): boolean =>
  nodesIn(node.body).some(
    (each) => each.kind === 'return' && each.value !== undefined && !/^(?:null|call|await|boolean)$/.test(each.value.kind),
  );

function comparesWithSetting(unit: Unit, each: ReturnType<typeof nodesIn>[number]): boolean {
  if (each.kind === 'binary' && /^(?:[!=]==?|in|not in)$/.test(each.operator))
    return [each.left, each.right].some((side) => isSetting(unit, side) || isKeptWord(unit, side));
  if (each.kind !== 'call') return false;
  const name = lastName(each.callee) ?? '';
  if (/^(?:compare_digest|timingSafeEqual)$/.test(name)) return each.args.some(({ value }) => isSetting(unit, value));
  return name === 'includes' && each.callee.kind === 'member' && isSetting(unit, each.callee.object);
}

const isSetting = (unit: Unit, side: Expression): boolean =>
  unit.environmentBehind(side).length > 0 ||
  unit
    .sources(side)
    .some(
      (source) =>
        source.kind === 'environment' ||
        (source.kind === 'result' && source.symbols.some((symbol) => /(?:^|\.)(?:config|settings|current_app)\b/.test(symbol))),
    );

/** `options.password`: the one word that whoever made the gate handed over. */
const isKeptWord = (unit: Unit, side: Expression): boolean =>
  side.kind === 'member' &&
  /^(?:pass|password|pwd|secret|api_?key|access_?key|bearer)$/i.test(side.name) &&
  unit.sources(side).every(({ kind }) => kind !== 'request' && kind !== 'exception');
