// Trace contexts that the service itself reads from requests and writes into calls.
import type { CodeFunction, FilePlace, Unit } from '../../model.ts';

export interface HandMade {
  readonly incoming: FilePlace | undefined;
  readonly outgoing: FilePlace | undefined;
}

export function byHand(unit: Unit): HandMade {
  const running = unit.middleware.filter(({ runsIn }) => runsIn !== 'development').flatMap(({ functions }) => functions);
  const around = [...running, ...running.flatMap((code) => unit.callsFrom(code).flatMap(({ targets }) => targets))];
  const reading = around.find((code) => speaks(unit, code));
  const extracted = unit
    .calls(
      'npm:@opentelemetry/api.propagation.extract',
      'py:opentelemetry.propagate.extract',
      'py:opentelemetry.propagators.textmap*.extract',
    )
    .find(({ place }) => around.some((code) => holds(code, place)));
  const injected = unit.calls('npm:@opentelemetry/api.propagation.inject', 'py:opentelemetry.propagate.inject')[0];
  const written = [
    ...unit.entriesNamed('traceparent').map((entry) => entry),
    ...unit
      .calls('*.set', '*.append', '*.setHeader', '*.header')
      .filter(({ node }) => node.args.length > 1 && unit.words(node.args[0]?.value ?? node).includes('traceparent')),
  ].find(({ place }) => !around.some((code) => holds(code, place)));
  return { incoming: extracted?.place ?? (reading && unit.place(reading)), outgoing: injected?.place ?? written?.place };
}

const speaks = (unit: Unit, code: CodeFunction): boolean => unit.words(code).some((word) => /^traceparent$/i.test(word));
const holds = ({ path, node }: CodeFunction, place: FilePlace): boolean =>
  path === place.path && node.line <= place.line && place.line <= node.endLine;
