// Whether log lines hold the id of their request: given to a line, bound to a logger, or put in by a filter or formatter.
import type { Call, FilePlace, Unit } from '../../model.ts';
import { holds } from './answered.ts';

const id = /(?:^|[^a-z])(?:x[-_])?(?:request|req|correlation)[-_.]?(?:id|guid)(?:$|[^a-z])|(?:request|req|correlation)Id/i;
const names = (words: readonly string[]): boolean => words.some((word) => id.test(word));

/** The place of the first that does. */
export function loggedId(unit: Unit): FilePlace | undefined {
  const running = unit.middleware.flatMap(({ functions }) => functions);
  const around = [...running, ...running.flatMap((code) => unit.callsFrom(code).flatMap(({ targets }) => targets))];
  const isAround = (place: FilePlace): boolean => around.some((code) => holds(code, place));
  const direct = unit.logs.find(
    ({ values, through, onlyAsScript, place, afterError }) =>
      through === 'logger' &&
      !onlyAsScript &&
      (afterError || isAround(place)) &&
      values.some((value) => names(unit.words(value)) || unit.pieces(value).some(({ key }) => key !== undefined && id.test(key))),
  );
  if (direct) return direct.place;
  const through = throughOwn(unit).find(
    ({ place, onlyAsScript, afterError, node }) =>
      !onlyAsScript &&
      (afterError || isAround(place)) &&
      node.args.some(({ value }) => unit.pieces(value).some(({ key }) => key !== undefined && id.test(key))),
  );
  if (through) return through.place;
  const bound = unit
    .calls(
      '*.child',
      '*.bind_contextvars',
      '*.bind_threadlocal',
      '*.bound_contextvars',
      '*.contextualize',
      '*.bind',
      '*.setBindings',
      '*.assign',
      '*.addMeta',
      '*.withContext',
    )
    .find(({ node }) => node.args.some(({ name, value }) => (name !== undefined && id.test(name)) || names(unit.words(value))));
  if (bound) return bound.place;
  const set = unit
    .calls(
      'npm:pino',
      'npm:pino.pino',
      'npm:winston.createLogger',
      'py:logging.Formatter',
      'py:logging.basicConfig',
      'py:logging.config.dictConfig',
      'py:structlog.configure',
      '*.JsonFormatter',
      'py:loguru.logger.configure',
      'npm:morgan',
      'npm:koa-morgan',
      'npm:winston.format.printf',
    )
    .find(({ node }) =>
      node.args.some(({ value }) =>
        names([
          ...unit.words(value),
          ...unit.pieces(value).flatMap((piece) => unit.words(piece.value)),
          ...unit.functionsIn(value).flatMap((code) => unit.words(code)),
        ]),
      ),
    );
  if (set) return set.place;
  const filter = unit
    .functions()
    .find(
      (code) =>
        /^(?:filter|format|emit|mixin|process|add_(?:request|correlation)_id|__call__)$/.test(code.name) &&
        /filter|format|log|handler|processor/i.test(`${code.owner ?? ''} ${code.path}`) &&
        names(unit.words(code)),
    );
  if (filter) return unit.place(filter);
  // `record["extra"]["request_id"] = …` in what patches or filters records.
  const patched = unit
    .entriesNamed('request_id', 'req_id', 'correlation_id')
    .find(
      ({ inFunction, place }) =>
        /log/i.test(place.path.slice(place.path.lastIndexOf('/') + 1)) &&
        /filter|patch|record|format|process/i.test(inFunction?.name ?? ''),
    );
  if (patched) return patched.place;
  const given = unit
    .calls('py:asgi_correlation_id.CorrelationIdFilter', 'py:structlog.contextvars.bind_contextvars', 'py:logging.setLogRecordFactory')
    .find(({ node, symbols }) => symbols.some((symbol) => symbol.endsWith('CorrelationIdFilter')) || names(unit.words(node)));
  if (given) return given.place;
  return unit
    .assignments('LOGGING')
    .find(({ value }) => names(unit.words(value)) || unit.words(value).some((word) => /django_guid|CorrelationIdFilter/.test(word)))?.place;
}

/** Calls of a function of the service's own that hands what it is given to a logger or the console: `log({ requestId, message })`. */
function throughOwn(unit: Unit): readonly Call[] {
  const writers = new Set(
    unit.logs.flatMap(({ inFunction }) => inFunction ?? []).filter(({ name, node }) => /log/i.test(name) && node.parameters.length > 0),
  );
  const seen = new Set<object>();
  return [...writers].flatMap((code) => {
    if (seen.has(code.node)) return [];
    seen.add(code.node);
    return unit.callersOf(code);
  });
}
