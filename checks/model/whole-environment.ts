// Environments that are taken in whole, or by names that are worked out: which variables are read then stands in no one place.
import type { Call, CodeFunction, Unit } from './code.ts';
import { nodesIn } from './nodes.ts';
import { remembered } from './remembered.ts';
import type { Expression } from './source.ts';

export const openEnvironment =
  'the environment is taken in whole, or by names that are worked out, and which variables are read could not be followed';

const environment = /^(?:(?:js|node):process\.env|py:os\.environ)$/;

/** `new Settings(argv, process.env)`, `{ ...process.env }`, `process.env[name]` of a table's names. */
export const takesWholeEnvironment = remembered((unit: Unit): boolean => {
  const isWhole = (value: Expression): boolean =>
    value.kind === 'member' && /^env(?:iron)?$/.test(value.name) && unit.symbols(value).some((symbol) => environment.test(symbol));
  const isTaken = (value: Expression): boolean =>
    isWhole(value) ||
    (value.kind === 'object' &&
      // With a variable of its own beside it, it is what another process is started with.
      value.entries.every(({ key }) => key === undefined) &&
      value.entries.some(({ value: spread }) => isWhole(spread)));
  const isGiven = ({ runsIn, node }: Call): boolean => runsIn !== 'development' && node.args.some(({ value }) => isTaken(value));
  return (
    unit.calls('js:Object.entries', 'js:Object.keys', 'js:Object.assign').some(isGiven) ||
    unit
      .functions()
      .some(
        (code) =>
          unit.callersOf(code).some(isGiven) ||
          opened(unit, code, isWhole) ||
          nodesIn(code.node.body).some((each) => each.kind === 'assignment' && each.value !== undefined && isTaken(each.value)),
      )
  );
});

/** It reads variables by names that nobody wrote down: those of a helper stand where it is called, and what is set is not read. */
function opened(unit: Unit, code: CodeFunction, isWhole: (value: Expression) => boolean): boolean {
  const all = nodesIn(code.node.body);
  const reads = all.filter(
    (each) => each.kind === 'index' && each.index !== undefined && each.index.kind !== 'string' && isWhole(each.object),
  );
  if (reads.length === 0) return false;
  // What a function in it reads is asked of that one.
  const inside = new Set<unknown>(all.flatMap((each) => (each.kind === 'function' && each !== code.node ? nodesIn(each.body) : [])));
  const read = reads.filter((each) => !inside.has(each));
  const set = new Set<unknown>(
    all.flatMap((each) => (each.kind === 'assignment' && each.target.kind === 'place' ? [each.target.target] : [])),
  );
  return read.some((each) => !set.has(each) && !(each.kind === 'index' && each.index && isNamedByCallers(unit, code, each.index)));
}

function isNamedByCallers(unit: Unit, code: CodeFunction, index: Expression): boolean {
  if (index.kind !== 'name' || !takes(code, index.name)) return false;
  const at = code.node.parameters.findIndex(({ pattern }) => pattern.kind === 'bind' && pattern.name === index.name);
  const callers = unit.callersOf(code);
  if (callers.length > 0 && callers.every((call) => call.argument(at)?.kind === 'string')) return true;
  // `(...names) => names.find((name) => process.env[name])`
  const handed = unit.handedTo(code);
  const outer = handed?.inFunction;
  const list =
    handed?.node.callee.kind === 'member' && handed.node.callee.object.kind === 'name' ? handed.node.callee.object.name : undefined;
  if (outer === undefined || list === undefined || !takes(outer, list)) return false;
  const above = unit.callersOf(outer);
  return above.length > 0 && above.every(({ node }) => node.args.some(({ value }) => value.kind === 'string'));
}

const takes = ({ node }: CodeFunction, name: string): boolean =>
  node.parameters.some(({ pattern }) => pattern.kind === 'bind' && pattern.name === name);
