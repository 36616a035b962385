// What source shows of the access log: that it is hung up, what its records hold, and what must not stand in them.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Unit } from '../../model.ts';
import { byHand } from './by-hand.ts';
import { type AccessLog, type Field, fields } from './fields.ts';
import { byLibrary, byServer } from './libraries.ts';

export const mentions = [
  ...['log', 'morgan', 'pino', 'winston', 'fastify', 'middleware', 'interceptor', 'uvicorn', 'gunicorn', 'dispatch', 'call_next'],
  ...['after_request', 'duration', 'elapsed', 'perf_counter', 'hrtime', 'performance.now', 'response-time', 'status'],
];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('its platform logs each request'));

const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

function ofUnit(unit: Unit): Seen {
  const logs = [...byLibrary(unit), ...byHand(unit)];
  const bad = logs.flatMap(({ leaks, place, name }) =>
    leaks === undefined ? [] : [{ message: `${name} writes ${leaks} into the log`, place }],
  );
  const [best] = [...logs].sort((a, b) => missing(a).length - missing(b).length);
  if (best !== undefined) {
    if (best.onlyWith !== undefined)
      return {
        bad: [...bad, { message: `${best.name} logs requests only where ${best.onlyWith} asks for it`, place: best.place }],
        good: [],
      };
    if (missing(best).length === 0)
      return {
        bad,
        good: bad.length > 0 ? [] : [{ message: `${best.name} logs each request with ${fields.join(', ')}`, place: best.place }],
      };
    return { bad: [...bad, { message: `the records of ${best.name} lack ${listed(missing(best))}`, place: best.place }], good: [] };
  }
  const [server] = byServer(unit);
  if (server !== undefined && missing(server).length === 0)
    return { bad: [], good: [{ message: `${server.name} logs each request with ${fields.join(', ')}`, place: server.place }] };
  if (server !== undefined)
    return { bad: [{ message: `the records of ${server.name} lack ${listed(missing(server))}`, place: server.place }], good: [] };
  if (unit.calls('*.LoggerModule.forRoot', '*.LoggerModule.forRootAsync').length > 0)
    return { bad: [], good: [], unclear: ['what the LoggerModule of a package logs could not be followed'] };
  const unknown = unit.middleware
    .filter(({ runsIn }) => runsIn !== 'development')
    .flatMap(({ made, symbols }) => [...symbols, ...made.flatMap((call) => call.symbols)])
    .find((symbol) => logging.test(symbol));
  if (unknown !== undefined)
    return { bad: [], good: [], unclear: [`what the middleware of ${packageOf(unknown)} logs could not be followed`] };
  if (unit.frameworks.every((framework) => perRequest.has(framework))) return { bad: [], good: [] };
  return { bad: lacking(unit, 'nothing logs the requests'), good: [] };
}

/** A package for logs, or what one calls a log: `app.use(kit.log)`. */
const logging = /^npm:(?:[^.]*\blog(?:s|ger|ging)?\b|[^ ()]*\.(?:log|logger|accessLog|requestLogger)(?:\(\))?$)/i;
const packageOf = (symbol: string): string => symbol.replace(/^npm:/, '').replace(/\.\w+(?:\(\))?$/, '');
const missing = ({ has }: AccessLog): readonly Field[] => fields.filter((field) => !has.includes(field));
const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'nothing');
