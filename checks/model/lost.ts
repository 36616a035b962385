// Calls that lead where nobody could follow: on something that is handed over, injected or looked up at run time.
import type { Call, CodeFunction, Route, Unit } from './code.ts';
import { lastName } from './nodes.ts';

/** Of what a framework hands to a handler, and of plain values, calls say nothing of the service's own doings. */
const handed = /^\?(?:(?:string|list|_?req|_?request|_?res|_?response|reply|rep|ctx|context|c|next|done|err|error|e|event|headers)\b|\.?$)/;

/** Calls made by a function, through helpers of this service, of a name that the pattern knows, whose receiver could not be followed. */
export const lostCalls = (unit: Unit, code: CodeFunction, name: RegExp): readonly Call[] =>
  unit.callsFrom(code).filter(
    // Names are quick to look at, and rule out most.
    (call) =>
      name.test(lastName(call.node.callee) ?? '') &&
      call.symbols.length > 0 &&
      // What is loaded by a name that a setting gives is as good as handed over.
      call.symbols.every((symbol) => symbol.startsWith('js:import()') || (symbol.startsWith('?') && !handed.test(symbol))) &&
      call.targets.length === 0,
  );

/** A helper that makes routes of a table, whatever method and address it is given: `router[method](base + path, …)`. */
export const tableOfRoutes = (unit: Unit): Route | undefined =>
  unit.routes.find(({ method, path }) => method === '*' && path.endsWith('?'));

/** Whether a handler hands its request to something that it was made with: `async (request, response) => handler(request, response)`. */
export function handsOn(unit: Unit, code: CodeFunction): boolean {
  const [first] = code.node.parameters;
  const request = first?.pattern.kind === 'bind' ? first.pattern.name : undefined;
  return (
    request !== undefined &&
    unit
      .callsFrom(code)
      .some(
        (call) =>
          call.node.callee.kind === 'name' &&
          call.inFunction?.node === code.node &&
          call.symbols.length > 0 &&
          call.symbols.every((symbol) => symbol === `?${lastName(call.node.callee) ?? ''}`) &&
          call.node.args.some(({ value }) => value.kind === 'name' && value.name === request) &&
          call.targets.length === 0,
      )
  );
}
