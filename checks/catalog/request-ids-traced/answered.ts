// Where an answer gets the header that carries the id, and whether that code runs for every request.
import { lastName } from '../../model/nodes.ts';
import type { CodeFunction, FilePlace, Site, Unit, Value } from '../../model.ts';

export interface AnsweredId {
  readonly header: string;
  readonly place: FilePlace;
  /** Something of the service names the code. */
  readonly isUsed: boolean;
}

const header = /^(?:x-)?(?:request|correlation|trace|transaction|req)-?id$/i;
/** As a header is spelt, not as a variable is named. */
const spelt = /^(?:x-)?(?:request|correlation|trace)-id$/i;
export const names = [
  'x-request-id',
  'x-correlation-id',
  'request-id',
  'correlation-id',
  'x-trace-id',
  'x-transaction-id',
  'x-requestid',
  'trace-id',
];

export function answeredIds(unit: Unit): { readonly wired: readonly AnsweredId[]; readonly unwired: readonly AnsweredId[] } {
  const running = [...new Set(unit.middleware.flatMap(({ functions }) => functions))];
  const helpers = running.flatMap((code) => unit.callsFrom(code).flatMap(({ targets }) => targets));
  const around = [...running, ...helpers];
  const sites = headerSites(unit);
  const told = (site: Named): AnsweredId => ({
    header: site.header,
    place: site.site.place,
    isUsed: site.site.inFunction === undefined || (unit.isReferred(site.site.inFunction) && !isUnlisted(unit, site.site.inFunction)),
  });
  const wired = sites.filter(({ site }) => around.some((code) => holds(code, site.place)) && site.runsIn !== 'development');
  const handlers = unit.routes.flatMap(({ handler }) => handler ?? []);
  const others = sites.filter((each) => !wired.includes(each) && !handlers.some((code) => holds(code, each.site.place)));
  return { wired: wired.map(told), unwired: others.map(told) };
}

export const holds = ({ path, node }: CodeFunction, place: FilePlace): boolean =>
  path === place.path && node.line <= place.line && place.line <= node.endLine;

/** Middleware of Django runs only where a list names it: here the list is whole, and does not. */
const isUnlisted = (unit: Unit, { name, owner }: CodeFunction): boolean =>
  owner !== undefined &&
  /^(?:__call__|process_(?:request|response))$/.test(name) &&
  unit.frameworks.every((framework) => framework === 'django') &&
  unit.assignments('MIDDLEWARE').some(({ value }) => isWhole(unit.value(value)));
const isWhole = (value: Value): boolean => value.kind === 'list' && value.complete;

interface Named {
  readonly header: string;
  readonly site: Site;
}

function headerSites(unit: Unit): readonly Named[] {
  const calls = unit.calls('*.setHeader', '*.set', '*.header', '*.append', '*.setdefault', '*.add').flatMap((call) => {
    const [first] = call.node.args;
    const text = first && call.node.args.length > 1 ? unit.value(first.value) : undefined;
    const name = text?.kind === 'literal' && typeof text.value === 'string' ? text.value : undefined;
    // `context.set('traceId', id)` keeps it, and answers with nothing.
    const isSpelt = /-/.test(name ?? '') || /^(?:setHeader|header)$/.test(lastName(call.node.callee) ?? '');
    return name !== undefined && isSpelt && header.test(name) ? [{ header: name, site: call }] : [];
  });
  const writes = unit
    .entriesNamed(...names)
    .filter(({ givenTo = [] }) => !givenTo.some((symbol) => /fetch|axios|request|httpx|got|undici/i.test(symbol)));
  // Pairs of bytes in a pure ASGI middleware.
  const raw = unit.middleware.flatMap((each) =>
    each.functions.flatMap((code) => {
      const words = unit.words(code);
      const isAnswer = words.includes('http.response.start') || words.includes('headers');
      return words.some((word) => spelt.test(word)) &&
        isAnswer &&
        words.some((word) => /^(?:append|raw|MutableHeaders|extend|send)$/.test(word))
        ? [
            {
              header: words.find((word) => spelt.test(word)) ?? 'the header',
              site: { ...each, place: unit.place(code), inFunction: code },
            },
          ]
        : [];
    }),
  );
  return [...calls, ...writes.map((each) => ({ header: each.name, site: each })), ...raw];
}
