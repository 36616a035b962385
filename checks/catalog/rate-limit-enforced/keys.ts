// Whether a limiter can be talked out of its count: by an address that the client writes, or a count for each process.
import type { Call, CodeFunction, Finding, Source, Unit, Value } from '../../model.ts';
import { inMemory, keyOptions, makers, storeOptions } from './libraries.ts';
import { limits } from './limiters.ts';

const byHeader = 'counts clients by X-Forwarded-For as it was sent: whoever sends another address each time is never refused';

/** Limiters that are told to look at a header which the client writes. */
export function forgeable(unit: Unit): readonly Finding[] {
  const made = unit.calls(...makers).filter(({ runsIn }) => runsIn !== 'development');
  const given = made.flatMap((call) => {
    const [bad] = keyOptions.flatMap((name) => {
      const value = call.option(name);
      return typeof value === 'object' && trustsHeader(unit, value) ? [value.place] : [];
    });
    return bad ? [{ message: `a limiter ${byHeader}`, place: bad, related: [call.place] }] : [];
  });
  const own = unit
    .functions()
    .filter((code) => code.node.parameters.length > 0 && limits(unit, code) && readsHeader(unit, code) && !isMade(unit, code))
    .map((code) => ({ message: `a limiter of its own ${byHeader}`, place: unit.place(code) }));
  const all = [...given, ...(given.length === 0 ? own.slice(0, 1) : [])];
  return all.length > 0 ? all : proxied(unit, made);
}

/** Limiters of its own whose count has nothing of the client in its name. */
export function sharedByAll(unit: Unit): readonly Finding[] {
  return unit
    .calls('*.incr', '*.incrby', '*.incrBy', '*.INCR')
    .filter(({ inFunction, runsIn, onlyAsScript }) => inFunction && runsIn !== 'development' && !onlyAsScript && limits(unit, inFunction))
    .filter((call) => {
      const [key, code] = [call.argument(0), call.inFunction];
      return (
        key !== undefined && code !== undefined && isOfNobody(unit.sources(key)) && !unit.words(code).some((word) => client.test(word))
      );
    })
    .map(({ place }) => ({
      message: 'a limiter of its own counts all clients together: one that sends too much takes the service from everybody',
      place,
    }));
}
const isOfNobody = (sources: readonly Source[]): boolean =>
  sources.length > 0 &&
  sources.every(
    (source) => source.kind === 'literal' || (source.kind === 'result' && source.symbols.every((symbol) => ofClock.test(symbol))),
  );
const client =
  /^(?:ips?|ip_?addr\w*|remote\w*|socket|headers?|cookies?|sub|host|(?:user|account|session|token|client|api_?key|tenant|org|team|member|caller|visitor)\w*)$/i;
const ofClock = /^(?:js:(?:Math|Date|Number)\b|py:(?:time|datetime|int|round|math)\b)/;

const isMade = (unit: Unit, code: CodeFunction): boolean => unit.handedTo(code) !== undefined && !/limit|throttle|rate/i.test(code.name);

function trustsHeader(unit: Unit, value: Value): boolean {
  if (value.kind === 'function') return readsHeader(unit, value.code);
  if (value.kind === 'choice') return value.among.some((each) => trustsHeader(unit, each.value));
  // SlowAPI and Flask-Limiter have a function that takes the header's first address.
  if (value.kind === 'symbol') return /^py:(?:slowapi|flask_limiter)\.util\.get_ipaddr$/.test(value.name);
  return value.kind === 'literal' && /^header:x-forwarded-for$/i.test(String(value.value));
}

/** The header read at its first entry; the last one is what the proxy saw. */
function readsHeader(unit: Unit, code: CodeFunction): boolean {
  const words = unit.words(code).map((word) => word.toLowerCase());
  if (!words.some((word) => /^(?:http_)?x[-_]forwarded[-_]for$/.test(word))) return false;
  return !words.some((word) => /trusted|proxies|proxy|^at$|^pop$|^slice$|rsplit/.test(word)) && !readsLast(unit, code);
}

/** `xff.split(",")[-1]`. */
const readsLast = (unit: Unit, code: CodeFunction): boolean =>
  JSON.stringify(code.node.body).includes('"kind":"unary","operator":"-"') && unit.words(code).includes('1');

/** Whoever trusts any proxy believes what the client says of itself. */
function proxied(unit: Unit, made: readonly Call[]): readonly Finding[] {
  const byAddress = made.filter(
    (call) =>
      keyOptions.every((name) => call.option(name) === 'absent') ||
      call.symbols.some((symbol) => /^py:(?:slowapi|flask_limiter)/.test(symbol)),
  );
  if (byAddress.length === 0) return [];
  const trusting = unit
    .calls('*.set', '*.enable')
    .filter((call) => call.runsIn !== 'development' && isText(unit, call, 0, 'trust proxy'))
    .filter((call) => call.symbols.some((symbol) => symbol.endsWith('.enable')) || isTrue(unit, call))
    .map(({ place }) => place);
  const fastify = unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').flatMap((call) => {
    const value = call.option('trustProxy');
    return typeof value === 'object' && value.kind === 'literal' && value.value === true ? [value.place] : [];
  });
  return [...trusting, ...fastify].map((place) => ({
    message: 'every proxy is trusted, so that a client writes the address by which it is counted into X-Forwarded-For itself',
    place,
    related: byAddress.slice(0, 1).map((call) => call.place),
  }));
}

function isText(unit: Unit, call: Call, position: number, text: string): boolean {
  const argument = call.argument(position);
  const value = argument && unit.value(argument);
  return value?.kind === 'literal' && value.value === text;
}

function isTrue(unit: Unit, call: Call): boolean {
  const argument = call.argument(1);
  const value = argument && unit.value(argument);
  return value?.kind === 'literal' && value.value === true;
}

/** A limiter that counts in memory while several processes serve: each counts for itself. */
export function perProcess(unit: Unit): readonly Finding[] {
  const alone = unit
    .calls(...inMemory)
    .filter((call) => storeOptions.every((name) => call.option(name) === 'absent' || inProcess(call.option(name))));
  const [first] = alone;
  const several = unit.startCommands.flatMap(({ text, place }) => (processes(text) > 1 ? [place] : []));
  const forked = unit.calls('node:cluster.fork').map(({ place }) => place);
  const [where] = [...several, ...forked];
  if (first === undefined || where === undefined) return [];
  return [
    {
      message: 'a limiter counts in the memory of one process while several serve, so that each client has its limit once for each',
      place: first.place,
      related: [where],
    },
  ];
}

const inProcess = (value: Value | 'absent' | 'unknown'): boolean =>
  typeof value === 'object' && value.kind === 'literal' && /^memory:/.test(String(value.value));

function processes(text: string): number {
  const [, count] = /(?:--workers[= ",']+|-w[= ]|-i\s+|--web-concurrency[= ]|WEB_CONCURRENCY=)["']?(\d+|max)/.exec(text) ?? [];
  return count === undefined ? 1 : count === 'max' ? 2 : Number(count);
}
