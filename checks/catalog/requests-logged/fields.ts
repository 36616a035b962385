// What a record of a request holds.
import type { FilePlace, Unit } from '../../model.ts';

export type Field = 'method' | 'route' | 'status' | 'duration' | 'request id';
export const fields = ['method', 'route', 'status', 'duration', 'request id'] as const;

export interface AccessLog {
  readonly name: string;
  readonly place: FilePlace;
  readonly has: readonly Field[];
  /** What it writes that must not be there. */
  readonly leaks?: string | undefined;
  /** The variable that switches it on: without it no request is logged. */
  readonly onlyWith?: string | undefined;
}

const words: Readonly<Record<Field, RegExp>> = {
  method: /method/i,
  route: /path|url|route|endpoint/i,
  status: /status/i,
  duration: /duration|elapsed|took|response[-_]?time|latency|(?:^|_)ms$|Ms$|process_?time|time_?taken|responseTime|^time_ms|seconds$/i,
  'request id': /(?:request|req|correlation|trace)[-_]?id/i,
};

/** The fields that words speak of. */
export const fieldsIn = (all: readonly string[]): readonly Field[] => fields.filter((field) => all.some((word) => words[field].test(word)));

/** Something puts the request's id into every line: a bound logger, a filter, a mixin. */
export function idIsBound(unit: Unit): boolean {
  const id = words['request id'];
  const bound = unit
    .calls(
      '*.bind_contextvars',
      '*.bound_contextvars',
      '*.contextualize',
      '*.child',
      '*.setBindings',
      'py:logging.Formatter',
      'py:logging.basicConfig',
      'py:logging.config.dictConfig',
      '*.JsonFormatter',
      'npm:pino',
      'npm:pino.pino',
      'npm:winston.createLogger',
    )
    .some(({ node }) =>
      node.args.some(
        ({ name, value }) =>
          (name !== undefined && id.test(name)) ||
          [
            ...unit.words(value),
            ...unit.pieces(value).flatMap((piece) => unit.functionsIn(piece.value).flatMap((code) => unit.words(code))),
          ].some((word) => id.test(word)),
      ),
    );
  const filtered = unit
    .functions()
    .some(
      (code) =>
        /^(?:filter|format|mixin)$/.test(code.name) &&
        /filter|format|log/i.test(`${code.owner ?? ''} ${code.path}`) &&
        unit.words(code).some((word) => id.test(word)),
    );
  return (
    bound ||
    filtered ||
    unit.calls('py:asgi_correlation_id.CorrelationIdFilter', '*.set_correlation_id', '*.setCorrelationId').length > 0 ||
    unit.assignments('LOGGING').some(({ value }) => unit.words(value).some((word) => id.test(word)))
  );
}
