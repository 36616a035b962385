// What refuses a body because of its size: by code of the service, or a package's limit before a route.
import type { CodeFunction, Expression, Route, Site, Unit, Value } from '../../model.ts';

const library =
  /^(?:npm:hono\/body-limit\.bodyLimit\(\)|npm:hono\/body-limit\.bodyLimit|py:[\w.]*(?:Content|Body|Request|Upload|Payload)\w*(?:Size|Limit|Length)\w*(?:\(\))?|npm:[\w@/.-]*(?:body-limit|content-length-validator|limit-request-size)[\w.]*(?:\(\))?)$/;

export const isLibraryLimit = (symbols: readonly string[]): boolean => symbols.some((symbol) => library.test(symbol));

/** Whether a limit runs before a route. */
export const runsBefore = (unit: Unit, { before }: Route): boolean =>
  before.some((each) => isLibraryLimit(unit.symbols(each)) || unit.functionsIn(each).some((code) => refusesTooLarge(unit, code)));

const refusing = new WeakMap<Unit, ReadonlySet<Expression>>();

/** Functions that answer 413, or cut off whoever sends. */
function refusers(unit: Unit): ReadonlySet<Expression> {
  const known = refusing.get(unit);
  if (known) return known;
  const found = new Set<Expression>();
  const add = ({ inFunction }: Site): void => {
    if (inFunction) found.add(inFunction.node);
  };
  for (const site of unit.responses) if (site.status && isTooLargeValue(site.status)) add(site);
  for (const call of unit.calls('*.status', '*.sendStatus', '*.code', '*.throw', '*.writeHead', '*.abort', '*.Problem', 'npm:http-errors'))
    if (call.node.args.some(({ value }) => isTooLarge(unit, value))) add(call);
  for (const write of [...unit.assignments('status', 'statusCode', 'status_code'), ...unit.entriesNamed('status', 'statusCode')])
    if (isTooLarge(unit, write.value)) add(write);
  for (const raised of unit.raised) if (raised.values.some((value) => isTooLarge(unit, value))) add(raised);
  // Connections are cut off for other reasons, too.
  for (const call of unit.calls('*.destroy'))
    if (call.inFunction && unit.words(call.inFunction).some((word) => measures.test(word))) add(call);
  for (const call of unit.calls('*')) if (tooLargeName.test(nameOf(call.node.callee))) add(call);
  refusing.set(unit, found);
  return found;
}

const measures = /length|size|bytes|limit|max|total|received|exceed/i;
const tooLargeName =
  /(?:RequestEntityTooLarge|PayloadTooLarge\w*|ContentTooLarge\w*|BodyTooLarge\w*|RequestTooLarge\w*|RequestBodyTooLarge\w*)$/;
const nameOf = (callee: Expression): string => (callee.kind === 'name' || callee.kind === 'member' ? callee.name : '');

function isTooLargeValue(value: Value): boolean {
  if (value.kind === 'literal') return value.value === 413;
  return value.kind === 'symbol' && /413|TOO_LARGE/.test(value.name);
}
const isTooLarge = (unit: Unit, expression: Expression): boolean => isTooLargeValue(unit.value(expression));

/** Whether running the function may refuse a body for its size. */
export function refusesTooLarge(unit: Unit, code: CodeFunction): boolean {
  const refuse = refusers(unit);
  if (refuse.has(code.node) || comparesAndRefuses(unit, code)) return true;
  return unit
    .callsFrom(code)
    .some((call) => (call.inFunction && refuse.has(call.inFunction.node)) || call.targets.some(({ node }) => refuse.has(node)));
}

/** `if int(headers["content-length"]) > most: await self.refuse(send, status=413)`. */
function comparesAndRefuses(unit: Unit, code: CodeFunction): boolean {
  const words = unit.words(code).map((word) => word.toLowerCase());
  return words.includes('413') && words.some((word) => /^(?:content[-_]length|len|length|bytelength)$/.test(word));
}
