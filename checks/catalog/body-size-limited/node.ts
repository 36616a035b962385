// Whether what reads bodies in Node stops at a size.
import { merge, type Seen } from '../../answer.ts';
import type { Call, CodeFunction, Expression, FilePlace, Finding, Statement, Unit } from '../../model.ts';
import { gatherings } from './gathered.ts';
import { isLimitedByModule, takesNoFiles } from './multer-modules.ts';
import { type Parser, parsers } from './parsers.ts';
import { refusesTooLarge, runsBefore } from './refusing.ts';
import { inWords, optionOf, type Size, sizeOf } from './sizes.ts';

const nothing: Seen = { bad: [], good: [] };
/** What is parsed in memory at one go beyond this holds up everybody. */
const tooMuch = 50 * 2 ** 20;

export const judgeNode = (unit: Unit): Seen =>
  unit.languages.includes('typescript')
    ? merge([
        ...parsers.map((parser) => merge(unit.calls(...parser.makers).map((call) => ofParser(unit, parser, call)))),
        fastify(unit),
        nest(unit),
        hono(unit),
        byHand(unit),
      ])
    : nothing;

const counts = ({ runsIn, onlyAsScript }: Call): boolean => runsIn !== 'development' && !onlyAsScript;

function ofParser(unit: Unit, parser: Parser, call: Call): Seen {
  if (!counts(call) || (parser.ofRequests && !isRequest(call, call.argument(0)))) return nothing;
  if (parser.onlyWith !== undefined && !isOn(call, parser.onlyWith)) return nothing;
  if (takesNoFiles(unit, parser)) return nothing;
  const sizes = parser.limits.map((name): Size => sizeOf(optionOf(call, name)));
  const known = sizes.filter((size) => typeof size === 'number');
  const { place } = call;
  const bad = (message: string): Seen => ({ ...nothing, bad: [{ message: `${parser.name} ${message}`, place }] });
  if (sizes.includes('endless')) return bad('is told to take bodies of any size');
  const largest = Math.max(0, ...known);
  if (parser.parses && largest >= tooMuch) return bad(`takes bodies of up to ${inWords(largest)} and parses them at one go`);
  if (known.length > 0) return { ...nothing, good: [{ message: `${parser.name} stops at ${inWords(largest)}`, place }] };
  if (sizes.includes('given')) return { ...nothing, good: [{ message: `${parser.name} is given a limit`, place }] };
  if (sizes.includes('unknown')) return { ...nothing, unclear: [`the limit of ${parser.name} could not be followed`] };
  if (isLimitedByModule(unit, parser)) return { ...nothing, good: [{ message: `${parser.name} is given a limit by its module`, place }] };
  if (parser.byDefault !== undefined)
    return { ...nothing, good: [{ message: `${parser.name} stops at its own ${parser.byDefault}`, place }] };
  return bad(parser.without ?? 'takes bodies of any size');
}

function isOn(call: Call, name: string): boolean {
  const value = call.option(name);
  return typeof value === 'object' && !(value.kind === 'literal' && value.value === false);
}

/** A single route of Fastify may lift the limit. */
function fastify(unit: Unit): Seen {
  if (!unit.frameworks.includes('fastify')) return nothing;
  const lifted = unit.entriesNamed('bodyLimit').flatMap(({ value, place, runsIn }): readonly Finding[] => {
    const size = sizeOf(unit.value(value));
    return runsIn !== 'development' && (size === 'endless' || (typeof size === 'number' && size >= tooMuch * 4))
      ? [{ message: `a route takes bodies of ${size === 'endless' ? 'any size' : `up to ${inWords(size)}`}`, place }]
      : [];
  });
  const made = unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').length > 0;
  const [entry] = unit.entries;
  // An application that only a plugin shows is made by Fastify's command.
  const good = made || entry === undefined ? [] : [{ message: 'Fastify stops at its own 1 MiB', place: entry }];
  return { ...nothing, bad: lifted, good };
}

/** Nest brings Express's parsers, with their limits, unless it is told otherwise. */
function nest(unit: Unit): Seen {
  const made = unit.calls('npm:@nestjs/core.NestFactory.create').filter(counts);
  const own = made.filter((call) => {
    const value = call.option('bodyParser');
    return !(typeof value === 'object' && value.kind === 'literal' && value.value === false);
  });
  const given = unit
    .calls('*.useBodyParser')
    .filter(counts)
    .map((call) => sizeOf(optionOf(call, 'limit')));
  if (given.includes('endless')) return nothing;
  const size = unit.calls('*.FastifyAdapter').some(counts) ? 'Fastify, which Nest stands on, stops at its own 1 MiB' : undefined;
  return { ...nothing, good: own.map(({ place }) => ({ message: size ?? 'Nest’s own body parser stops at 100 kB', place })) };
}

/** Hono reads what comes, unless its limit runs before. */
function hono(unit: Unit): Seen {
  // An application that is handed over goes by its name alone: here there is no other.
  const isOnly = unit.frameworks.includes('hono') && !unit.frameworks.some((each) => /^(?:express|koa|fastify|nest|next)$/.test(each));
  const isHono = (framework: string): boolean => framework === 'hono' || (framework === 'by-name' && isOnly);
  const routes = unit.routes.filter(({ framework, method }) => isHono(framework) && /^(?:POST|PUT|PATCH|\*)$/.test(method));
  if (routes.length === 0) return nothing;
  const reading = routes.filter(({ handler }) => handler && unit.callsFrom(handler).some(readsBody));
  const open = reading.filter((route) => !runsBefore(unit, route));
  const [first, ...more] = open;
  if (first === undefined)
    return reading[0]
      ? { ...nothing, good: [{ message: 'a limit runs before every route that reads a body', place: reading[0].place }] }
      : nothing;
  if (unit.calls('npm:@hono/node-server.serve', 'npm:@hono/node-server.createAdaptorServer', 'js:Bun.serve').length === 0)
    return { ...nothing, unclear: ['Hono takes bodies of any size, and the limit of the platform that serves it is not in the source'] };
  const related = more.slice(0, 4).map(({ place }) => place);
  const message = `Hono takes bodies of any size: no limit runs before ${open.length === 1 ? 'this route' : `${open.length} routes that read one`}`;
  return { ...nothing, bad: [related.length > 0 ? { message, place: first.place, related } : { message, place: first.place }] };
}

const readsBody = ({ node: { callee } }: Call): boolean =>
  callee.kind === 'member' &&
  /^(?:json|text|parseBody|formData|arrayBuffer|blob|valid)$/.test(callee.name) &&
  callee.object.kind === 'member' &&
  (callee.object.name === 'req' || callee.object.name === 'raw');

/** `request.on('data', …)` and `for await (const chunk of request)` put together by hand. */
function byHand(unit: Unit): Seen {
  const reading = unit.calls('*.on', '*.addListener').filter((call) => {
    const event = call.argument(0);
    if (!counts(call) || event?.kind !== 'string' || event.value !== 'data') return false;
    return call.node.callee.kind === 'member' && isRequest(call, call.node.callee.object);
  });
  const first = reading.filter(
    ({ inFunction }, index, every) => every.findIndex((each) => each.inFunction?.node === inFunction?.node) === index,
  );
  return merge([
    ...first.map((call) => {
      const code = call.inFunction;
      const bodies = [...(code ? [code.node.body] : []), ...handlersOf(unit, call).map(({ node }) => node.body)];
      return gathered(call.place, (code !== undefined && refusesTooLarge(unit, code)) || bodies.some(leavesWhenLarge));
    }),
    ...gatherings(unit).map(({ code, over, body }) =>
      gathered(unit.place(over), refusesTooLarge(unit, code) || leavesWhenLarge(code.node.body) || leavesWhenLarge(body)),
    ),
  ]);
}

const gathered = (place: FilePlace, isLimited: boolean): Seen =>
  isLimited
    ? { ...nothing, good: [{ message: 'a body is read by hand up to a size', place }] }
    : { ...nothing, bad: [{ message: 'a body is read by hand, however large it is', place }] };

/** `request.on('data', (chunk) => { if (size > most) return stop(); … })`. */
const handlersOf = (unit: Unit, call: Call): readonly CodeFunction[] => {
  const given = call.argument(1);
  return given ? unit.functionsIn(given) : [];
};

const request = /^(?:_?req|request|incoming|message|_?ctx\.req)$/;
function isRequest({ symbols }: Call, given: Expression | undefined): boolean {
  if (given?.kind === 'name' && request.test(given.name)) return true;
  return (given?.kind === 'member' && given.name === 'req') || symbols.some((symbol) => /node:https?\.IncomingMessage/.test(symbol));
}

/** `if (size > most) return` on the way. */
function leavesWhenLarge(body: readonly Statement[]): boolean {
  return body.some((each) => {
    if (each.kind === 'loop' || each.kind === 'block') return leavesWhenLarge(each.body);
    if (each.kind === 'try') return leavesWhenLarge(each.body);
    if (each.kind !== 'if') return false;
    const compares = each.test.kind === 'binary' && /^[<>]=?$/.test(each.test.operator);
    return (compares && leaves(each.then)) || leavesWhenLarge(each.then) || leavesWhenLarge(each.otherwise);
  });
}

const leaves = (body: readonly Statement[]): boolean =>
  body.some(({ kind }) => kind === 'return' || kind === 'throw') || body.some((each) => each.kind === 'block' && leaves(each.body));
