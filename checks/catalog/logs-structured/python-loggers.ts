// Loggers of Python that are set up in code: formatters that are given to handlers, structlog, loguru.
import { merge, type Seen } from '../../answer.ts';
import type { Call, Expression, Unit } from '../../model.ts';
import { loguru } from './loguru.ts';
import { told, type When, whenOf } from './switches.ts';

const nothing: Seen = { bad: [], good: [] };
export const jsonClass = /json|ecs_?logging|stackdriver|structuredlog|cloudlogging|logstash|gelf|ProcessorFormatter/i;

export const judgePython = (unit: Unit): Seen =>
  unit.languages.includes('python')
    ? merge([...formatters(unit), ...basic(unit), ...structlog(unit), ...loguru(unit), ...elsewhere(unit)])
    : nothing;

/** `handler.setFormatter(…)`: what it is given, where that is made. */
function formatters(unit: Unit): readonly Seen[] {
  const given = unit.calls('*.setFormatter').filter((call) => call.language === 'python' && !call.onlyAsScript);
  const plain = unit.calls(
    'py:logging.Formatter',
    'py:logging.formatter.Formatter',
    'py:colorlog.ColoredFormatter',
    'py:rich.logging.RichHandler',
  );
  return given.flatMap((call): readonly Seen[] => {
    const formatter = call.argument(0, 'fmt');
    if (formatter === undefined) return [];
    const made = [...unit.symbols(formatter)].map((symbol) => symbol.replace(/\(\)$/, ''));
    const isOwnJson = unit
      .functions(formatter)
      .some((code) => code.name === 'format' && unit.words(code).some((word) => /^dumps$|^to_json$|jsonable/.test(word)));
    const sites = unit.calls(...made).filter((each) => isBehind(unit, formatter, each, call));
    const text = plain.filter((each) => sites.some((site) => site.node === each.node) && !isJsonText(unit, each));
    const json = [...made.filter((symbol) => jsonClass.test(symbol)), ...(isOwnJson ? ['own'] : [])];
    const found = text.map((each) =>
      told(joinWhen(whenOf(unit, call), whenOf(unit, each)), false, {
        message: 'a formatter of plain text is given to a handler',
        place: each.place,
      }),
    );
    const jsonSite = sites.find((each) => each.symbols.some((symbol) => jsonClass.test(symbol))) ?? call;
    const jsonText = sites.some((each) => isJsonText(unit, each));
    return json.length > 0 || jsonText
      ? [
          ...found,
          told(joinWhen(whenOf(unit, call), whenOf(unit, jsonSite)), true, {
            message: 'a JSON formatter is given to a handler',
            place: jsonSite.place,
          }),
        ]
      : found;
  });
}

const joinWhen = (a: When, b: When): When =>
  a === 'development' || b === 'development' ? 'development' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'production';

/** The constructions a name may stand for: in the same function or file. */
const isBehind = (unit: Unit, formatter: Expression, made: Call, given: Call): boolean =>
  made.node === formatter ||
  (made.place.path === given.place.path && made.inFunction?.node === given.inFunction?.node) ||
  unit.place(formatter).path !== made.place.path ||
  made.inFunction === undefined;

/** `'{"time": "%(asctime)s", "message": …}'`. */
function isJsonText(unit: Unit, call: Call): boolean {
  const format = call.argument(0, 'fmt') ?? call.argument(99, 'format');
  return format !== undefined && unit.words(format).some((word) => /^\s*\{\s*"/.test(word));
}

/** A set-up in one call; `%(message)s` alone leaves the form to whoever wrote the message. */
function basic(unit: Unit): readonly Seen[] {
  return unit
    .calls('py:logging.basicConfig')
    .filter(({ onlyAsScript }) => !onlyAsScript)
    .flatMap((call) => {
      if (call.option('handlers') !== 'absent') return [];
      const format = call.argument(99, 'format');
      const texts = format ? unit.words(format) : [];
      if (texts.some((word) => /^\s*\{\s*"/.test(word)))
        return [told(whenOf(unit, call), true, { message: 'the format of the root logger is JSON', place: call.place })];
      if (texts.some((word) => /^\s*%\(message\)s\s*$/.test(word)) || laterJson(unit)) return [];
      return [told(whenOf(unit, call), false, { message: 'basicConfig makes the root logger write plain text', place: call.place })];
    });
}

/** The root logger's handlers are replaced by ones of the service's own. */
const laterJson = (unit: Unit): boolean =>
  unit.calls('*.setFormatter').some((call) => {
    const formatter = call.argument(0, 'fmt');
    return formatter !== undefined && unit.symbols(formatter).some((symbol) => jsonClass.test(symbol));
  });

function structlog(unit: Unit): readonly Seen[] {
  const uses = unit.calls('py:structlog.get_logger', 'py:structlog.getLogger', 'py:structlog.stdlib.get_logger');
  const configured = unit.calls('py:structlog.configure', 'py:structlog.configure_once');
  if (uses.length === 0 && configured.length === 0) return [];
  const [first] = uses;
  if (configured.length === 0 && setUpElsewhere(unit))
    return [{ ...nothing, unclear: ['what configures structlog could not be followed'] }];
  if (configured.length === 0)
    return first
      ? [told('production', false, { message: 'structlog is never configured: it writes text for a terminal', place: first.place })]
      : [];
  const json = unit.calls('py:structlog.processors.JSONRenderer', 'py:structlog.stdlib.render_to_log_kwargs');
  const text = unit.calls(
    'py:structlog.dev.ConsoleRenderer',
    'py:structlog.processors.KeyValueRenderer',
    'py:structlog.processors.LogfmtRenderer',
  );
  const found = [
    ...json.map((call) => told(whenOf(unit, call), true, { message: 'structlog renders JSON', place: call.place })),
    ...text.map((call) => told(whenOf(unit, call), false, { message: 'structlog renders text here', place: call.place })),
  ];
  return found;
}

/** `LOGGING_CONFIG = None`: Django leaves it to somebody else. */
const setUpElsewhere = (unit: Unit): boolean =>
  unit.assignments('LOGGING_CONFIG').some(({ value }) => value.kind === 'null') && unit.assignments('LOGGING').length === 0;

const isFalse = (value: ReturnType<Call['option']>): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === false;

/** AWS Powertools: JSON by nature. */
const powertools = (unit: Unit): readonly Seen[] =>
  unit
    .calls('py:aws_lambda_powertools.Logger', 'py:aws_lambda_powertools.logging.Logger', 'py:aws_lambda_powertools.logging.logger.Logger')
    .slice(0, 1)
    .map((call) => told(whenOf(unit, call), true, { message: 'the logger of Powertools writes JSON', place: call.place }));

/** Set up by a package, or by a file that is no source. */
function elsewhere(unit: Unit): readonly Seen[] {
  const cloud = unit.calls(
    'py:google.cloud.logging.Client().setup_logging',
    'py:json_logging.init_fastapi',
    'py:json_logging.init_flask',
    'py:json_logging.init_non_web',
  );
  const file = unit.calls('py:logging.config.fileConfig');
  return [
    ...powertools(unit),
    ...unit
      .calls('py:logzero.json')
      .filter((call) => !isFalse(call.option('enable')) && !call.onlyAsScript)
      .slice(0, 1)
      .map((call) => told(whenOf(unit, call), true, { message: 'logzero is told to write JSON', place: call.place })),
    ...cloud
      .slice(0, 1)
      .map((call) => told(whenOf(unit, call), true, { message: 'a package sets the log up to write JSON', place: call.place })),
    ...(file.length > 0 ? [{ ...nothing, unclear: ['the logging is configured by a file that is no source'] }] : []),
  ];
}
