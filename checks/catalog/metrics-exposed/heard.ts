// What listens to events that are emitted on a request's way: `bus.emit(ANSWERED, …)` here, `bus.on(ANSWERED, …)` there.
import type { Call, CodeFunction, Expression, FilePlace, Unit } from '../../model.ts';

/** The listeners that run because one of these functions ran. */
export function listenersBehind(unit: Unit, running: readonly CodeFunction[]): readonly CodeFunction[] {
  const emitted = unit.calls('*.emit').filter(({ place }) => running.some((code) => holds(code, place)));
  const events = new Set(emitted.flatMap((call) => eventsOf(unit, call)));
  if (events.size === 0) return [];
  return unit
    .calls('*.on', '*.addListener')
    .filter((call) => eventsOf(unit, call).some((event) => events.has(event)))
    .flatMap((call) => call.node.args.slice(1).flatMap(({ value }) => unit.functionsIn(value)));
}

/** The name of the event, where it is known. */
const eventsOf = (unit: Unit, call: Call): readonly string[] => {
  const event: Expression | undefined = call.argument(0);
  const value = event && unit.value(event);
  return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
};

const holds = ({ path, node }: CodeFunction, place: FilePlace): boolean =>
  path === place.path && node.line <= place.line && place.line <= node.endLine;
