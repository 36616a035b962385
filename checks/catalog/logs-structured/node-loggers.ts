// Loggers of JavaScript: those that write JSON by nature, and what makes them write text.
import { merge, type Seen } from '../../answer.ts';
import type { Call, Unit, Value } from '../../model.ts';
import { isForeign, isOff } from './handed-logger.ts';
import { formatsJson, printsJson, takenIn } from './printed.ts';
import { whenOf } from './switches.ts';

const nothing: Seen = { bad: [], good: [] };
const good = (message: string, { place }: Call): Seen => ({ ...nothing, good: [{ message, place }] });
const bad = (message: string, { place }: Call): Seen => ({ ...nothing, bad: [{ message, place }] });

export const judgeNode = (unit: Unit): Seen => merge([...pino(unit), ...winston(unit), ...fastify(unit), ...others(unit), ...nest(unit)]);

const counts = (unit: Unit, call: Call): boolean => whenOf(unit, call) !== 'development' && !call.onlyAsScript;

function pino(unit: Unit): readonly Seen[] {
  const made = unit.calls(
    'npm:pino',
    'npm:pino.pino',
    'npm:pino-http',
    'npm:pino-http.pinoHttp',
    'npm:koa-pino-logger',
    'npm:express-pino-logger',
  );
  const modules = unit.calls('npm:nestjs-pino.LoggerModule.forRoot', 'npm:nestjs-pino.LoggerModule.forRootAsync');
  return [...made, ...modules]
    .filter((call) => counts(unit, call))
    .map((call) => {
      const pretty = prettiest([
        prettyIn(optionOf(unit, call, 'transport')),
        prettyIn(optionOf(unit, call, 'prettyPrint')),
        prettyStream(unit, call),
      ]);
      if (pretty === 'yes') return bad('pino-pretty turns the lines into text, in production too', call);
      if (pretty === 'perhaps') return { ...nothing, unclear: ['whether pino-pretty is on in production could not be followed'] };
      return good('pino writes JSON', call);
    });
}

/** An option of pino, also inside `pinoHttp: { … }`. */
function optionOf(unit: Unit, call: Call, name: string): Value | 'absent' | 'unknown' {
  const options = call.argument(0);
  const value = options && unit.value(options);
  if (options === undefined || value === undefined) return 'absent';
  const given = madeBy(unit, entryIn(value, 'useFactory')) ?? value;
  const inner = entryIn(given, 'pinoHttp') ?? given;
  // What could not be followed hides no printer that nobody names.
  return entryIn(inner, name) ?? (unit.words(options).includes(name) ? 'unknown' : 'absent');
}

/** `useFactory: (config) => ({ pinoHttp: { … } })`: what it gives back. */
function madeBy(unit: Unit, factory: Value | undefined): Value | undefined {
  const statements = factory?.kind === 'function' ? factory.code.node.body : [];
  const [returned, ...others] = statements.flatMap((each) => (each.kind === 'return' && each.value ? [each.value] : []));
  return returned !== undefined && others.length === 0 ? unit.value(returned) : undefined;
}

const entryIn = (value: Value, name: string): Value | undefined =>
  value.kind === 'record' ? value.entries.find(([key]) => key === name)?.[1] : undefined;

type Pretty = 'yes' | 'no' | 'perhaps';
const prettiest = (all: readonly Pretty[]): Pretty => (all.includes('yes') ? 'yes' : all.includes('perhaps') ? 'perhaps' : 'no');

function prettyIn(value: Value | 'absent' | 'unknown'): Pretty {
  if (value === 'absent') return 'no';
  if (value === 'unknown') return 'perhaps';
  switch (value.kind) {
    case 'literal':
      return value.value === true || value.value === 'pino-pretty' || value.value === 'pino/pretty' ? 'yes' : 'no';
    case 'record':
      return prettiest(value.entries.flatMap(([key, inner]) => (/^targets?$/.test(key) || key === 'pipeline' ? [prettyIn(inner)] : [])));
    case 'list':
      return prettiest(value.items.map(prettyIn));
    case 'choice': {
      const arms = value.among.filter(({ runsIn }) => runsIn !== 'development').map((arm) => prettyIn(arm.value));
      return arms.every((arm) => arm === 'yes') && arms.length > 0 ? 'yes' : arms.every((arm) => arm === 'no') ? 'no' : 'perhaps';
    }
    default:
      return 'no';
  }
}

/** `pino(options, pretty())`. */
function prettyStream(unit: Unit, call: Call): Pretty {
  const streams = unit
    .calls('npm:pino-pretty', 'npm:pino-pretty.default', 'npm:pino-pretty.PinoPretty')
    .filter((each) => counts(unit, each));
  return streams.some((each) => each.place.path === call.place.path) ? 'yes' : 'no';
}

const textFormats = ['simple', 'printf', 'cli', 'prettyPrint'];

function winston(unit: Unit): readonly Seen[] {
  const loggers = unit.calls(
    'npm:winston.createLogger',
    'npm:winston.configure',
    'npm:winston.loggers.add',
    'npm:nest-winston.WinstonModule.forRoot',
    'npm:nest-winston.WinstonModule.createLogger',
    'npm:nest-winston.WinstonModule.forRootAsync',
  );
  if (loggers.length === 0) return [];
  const of = (names: readonly string[]): readonly Call[] =>
    unit.calls(...names.flatMap((name) => [`npm:winston.format.${name}`, `npm:logform.format.${name}`, `npm:logform.${name}`]));
  const text = of(textFormats).filter(
    (call) => counts(unit, call) && !printsJson(unit, call) && takenIn(unit, call, loggers) !== 'development',
  );
  const unsure = text.filter((call) => whenOf(unit, call) === 'unknown' || takenIn(unit, call, loggers) === 'unknown');
  if (unsure.length > 0) return [{ ...nothing, unclear: ['which format winston has in production could not be followed'] }];
  if (text.length > 0) return text.map((call) => bad('winston writes text here, not JSON', call));
  return loggers.slice(0, 1).map((call) => good('winston writes JSON', call));
}

function fastify(unit: Unit): readonly Seen[] {
  return unit.calls('npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify').flatMap((call) => {
    const logger = call.option('logger');
    if (isForeign(call.option('loggerInstance')))
      return [{ ...nothing, unclear: ['what form the logger that Fastify is handed gives its lines could not be followed'] }];
    if (typeof logger !== 'object' || isOff(logger)) return [];
    const transport = logger.kind === 'record' ? (logger.entries.find(([key]) => key === 'transport')?.[1] ?? 'absent') : 'absent';
    const pretty = logger.kind === 'choice' ? prettyArms(logger) : prettyIn(transport);
    if (pretty === 'yes') return [bad('pino-pretty turns the lines of Fastify into text, in production too', call)];
    if (pretty === 'perhaps') return [{ ...nothing, unclear: ['whether pino-pretty is on in production could not be followed'] }];
    return [good("Fastify's own logger writes JSON", call)];
  });
}

function prettyArms(choice: Extract<Value, { kind: 'choice' }>): Pretty {
  const arms = choice.among.filter(({ runsIn }) => runsIn !== 'development');
  const found = arms.map(({ value }) =>
    value.kind === 'record' ? prettyIn(value.entries.find(([key]) => key === 'transport')?.[1] ?? 'absent') : 'no',
  );
  return found.every((arm) => arm === 'no') ? 'no' : found.every((arm) => arm === 'yes') ? 'yes' : 'perhaps';
}

function others(unit: Unit): readonly Seen[] {
  const bunyan = unit
    .calls('npm:bunyan.createLogger')
    .slice(0, 1)
    .map((call) => good('bunyan writes JSON', call));
  const log4js = unit
    .calls('npm:log4js.configure', 'npm:log4js.getLogger')
    .slice(0, 1)
    .map((call) =>
      unit.calls('npm:log4js.configure').some((each) => unit.words(each.node).some((word) => /json/i.test(word)))
        ? good('log4js has a layout of JSON', call)
        : bad('log4js writes text: no layout of JSON is configured', call),
    );
  const logtape = unit
    .calls('npm:@logtape/logtape.configure', 'npm:@logtape/logtape.configureSync')
    .slice(0, 1)
    .map((call) =>
      unit.words(call.node).includes('jsonLinesFormatter') ||
      unit.calls('npm:@logtape/logtape.getJsonLinesFormatter').length > 0 ||
      formatsJson(call.node)
        ? good('logtape formats lines of JSON', call)
        : bad('logtape writes text: no formatter of JSON is given to its sinks', call),
    );
  const tslog = unit
    .calls('npm:tslog.Logger')
    .filter((call) => counts(unit, call))
    .map((call) => {
      const type = call.option('type');
      const isJson = typeof type === 'object' && type.kind === 'literal' && type.value === 'json';
      return isJson ? good('tslog writes JSON', call) : bad('tslog writes text unless its type is json', call);
    });
  const plain = unit
    .calls('npm:signale.Signale', 'npm:consola.createConsola', 'npm:loglevel.getLogger', 'npm:debug')
    // Beside a logger `debug` is for whoever looks for a fault, and silent until DEBUG names it.
    .filter((call) => counts(unit, call) && !(call.symbols.includes('npm:debug') && unit.imports('pino', 'winston').length > 0))
    .slice(0, 1)
    .map((call) => bad(`${call.symbols[0]?.replace(/^npm:(\w+).*/, '$1') ?? 'the logger'} writes text, not JSON`, call));
  return [...bunyan, ...log4js, ...logtape, ...tslog, ...(bunyan.length + log4js.length + tslog.length > 0 ? [] : plain)];
}

/** Nest writes text by itself, unless its logger is replaced or told to write JSON. */
function nest(unit: Unit): readonly Seen[] {
  const apps = unit.calls('npm:@nestjs/core.NestFactory.create');
  const [app] = apps;
  if (app === undefined) return [];
  const json = unit.calls('npm:@nestjs/common.ConsoleLogger').find((call) => {
    const option = call.option('json');
    return typeof option === 'object' && option.kind === 'literal' && option.value === true;
  });
  if (json !== undefined) return [good("Nest's logger is told to write JSON", json)];
  const replaced = unit.calls('*.useLogger').length > 0 || apps.some((call) => isReplaced(call.option('logger')));
  const isKnown = unit.imports('pino', 'nestjs-pino', 'winston', 'nest-winston', 'bunyan').length > 0;
  if (replaced) return isKnown ? [] : [{ ...nothing, unclear: ["what replaces Nest's logger could not be followed"] }];
  return [bad("Nest's own logger writes text, and nothing replaces it", app)];
}

const isReplaced = (logger: Value | 'absent' | 'unknown'): boolean =>
  logger !== 'absent' && (logger === 'unknown' || !(logger.kind === 'literal' || logger.kind === 'list'));
