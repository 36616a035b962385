// Access logs of the service's own: middleware that writes a line about the request it let through.
import { lastName } from '../../model/nodes.ts';
import type { CodeFunction, Expression, FilePlace, LogSite, Unit } from '../../model.ts';
import { type AccessLog, type Field, fieldsIn, idIsBound } from './fields.ts';

export function byHand(unit: Unit): readonly AccessLog[] {
  const keywords = keywordsOf(unit);
  const hung = unit.middleware.filter(({ runsIn }) => runsIn !== 'development').flatMap(({ functions }) => functions);
  const running = [...new Set(hung)].map((code) => [
    code,
    ...unit.callsFrom(code).flatMap(({ targets }) => targets.filter(({ owner = '' }) => !/logger$/i.test(owner))),
  ]);
  const found = running.flatMap((codes) => {
    const sites = [
      ...unit.logs.filter((site) => !isInside(unit, site) && codes.some((code) => holds(code, site.place))),
      ...throughOwn(unit, codes),
    ].filter(({ runsIn }) => runsIn !== 'development');
    const bound = unit
      .calls('*.bind_contextvars', '*.bind_threadlocal', '*.setBindings')
      .filter(({ place }) => codes.some((code) => holds(code, place)))
      .flatMap(({ node }) => unit.words(node));
    const told = sites.map((site) => ({ site, has: fieldsIn([...wordsOf(unit, site), ...(keywords.get(at(site.place)) ?? [])]) }));
    const whole = told.filter(({ has }) => isAccess(has));
    const seen = (whole.length > 0 ? whole : inTwoLines(told, codes[0])).map(({ site, has }) => ({
      site,
      has: [...new Set([...has, ...fieldsIn(bound)])],
    }));
    const [best] = [...seen].sort((a, b) => b.has.length - a.has.length);
    if (best === undefined) return [];
    return [
      {
        name: 'the access log',
        place: best.site.place,
        has: best.has,
        leaks: seen.map(({ site }) => leakIn(unit, site)).find((each) => each !== undefined),
      },
    ];
  });
  return found.length > 0 && idIsBound(unit) ? found.map((each) => ({ ...each, has: [...each.has, 'request id' as const] })) : found;
}

/** Lines written through a function of the service's own that hands what it is given to a logger: `log({ message, level })`. */
const throughOwn = (unit: Unit, codes: readonly CodeFunction[]): readonly LogSite[] =>
  codes.flatMap((code) =>
    unit
      .callsFrom(code)
      .filter(({ place, targets }) => holds(code, place) && targets.some((target) => namesLog.test(target.name) && writes(unit, target)))
      .map(({ site, node }) => ({
        ...site,
        through: 'logger',
        how: lastName(node.callee) ?? '',
        values: node.args.map(({ value }) => value),
      })),
  );
const namesLog = /log/i;
const writes = (unit: Unit, code: CodeFunction): boolean => unit.logs.some(({ inFunction }) => inFunction?.node === code.node);

/** What such a function itself writes is what others gave it. */
const isInside = (unit: Unit, { inFunction }: LogSite): boolean =>
  inFunction !== undefined &&
  namesLog.test(inFunction.name) &&
  inFunction.node.parameters.length > 0 &&
  unit.callersOf(inFunction).length > 0 &&
  !unit.middleware.some(({ functions }) => functions.some(({ node }) => node === inFunction.node));

interface Told {
  readonly site: LogSite;
  readonly has: readonly Field[];
}

/** One line before a request is let through and one after: together they tell of it. */
function inTwoLines(told: readonly Told[], middleware: CodeFunction | undefined): readonly Told[] {
  const own = told.filter(({ site }) => middleware !== undefined && site.inFunction?.node === middleware.node && !site.afterError);
  const last = own.findLast(({ has }) => has.includes('status') || has.includes('duration'));
  const has = [...new Set(own.flatMap((each) => each.has))];
  return last !== undefined && isAccess(has) ? [{ site: last.site, has }] : [];
}

const at = ({ path, line, column }: FilePlace): string => `${path}:${line}:${column}`;

/** `log.info('answered', duration=…)`: the names that a record's values are given. */
function keywordsOf(unit: Unit): ReadonlyMap<string, readonly string[]> {
  const calls = unit.calls('*.info', '*.debug', '*.warning', '*.warn', '*.error', '*.log', '*.msg');
  return new Map(calls.map(({ node, place }) => [at(place), node.args.flatMap(({ name }) => name ?? [])]));
}

const holds = ({ path, node }: CodeFunction, place: FilePlace): boolean =>
  path === place.path && node.line <= place.line && place.line <= node.endLine;

/** A line about a request, not about something that went wrong while it was served. */
const isAccess = (has: readonly Field[]): boolean =>
  has.length >= 2 &&
  (has.includes('route') || has.includes('method')) &&
  (has.includes('status') || has.includes('duration') || has.length >= 3);

function wordsOf(unit: Unit, { values }: LogSite): readonly string[] {
  return values.flatMap((value) => [
    ...unit.words(value),
    ...unit.pieces(value).flatMap((piece) => [piece.key ?? '', ...unit.words(piece.value)]),
  ]);
}

function leakIn(unit: Unit, { values }: LogSite): string | undefined {
  const parts = values
    .flatMap((value) => unit.pieces(value))
    .filter(({ runsIn, value }) => runsIn !== 'development' && !isSorted(value))
    .flatMap(({ value }) => unit.sources(value));
  for (const source of parts) {
    if (source.kind !== 'request' || source.field !== undefined) continue;
    if (source.part === 'body') return 'the bodies of requests';
    if (source.part === 'headers') return 'all headers of requests';
  }
  return undefined;
}

/** `allowed(request.headers)`: a helper whose name says that it lets only some of it through. */
const isSorted = (value: Expression): boolean =>
  value.kind === 'call' &&
  /allow|whitelist|safe|redact|saniti[sz]e|mask|pick|omit|strip|scrub|censor|filter/i.test(lastName(value.callee) ?? '');
