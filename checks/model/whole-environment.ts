// Environments that are taken in whole, or by names that are worked out: which variables are read then stands in no one place.
import type { Call, Unit } from './code.ts';
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
    isWhole(value) || (value.kind === 'object' && value.entries.some(({ key, value: spread }) => key === undefined && isWhole(spread)));
  const isGiven = ({ runsIn, node }: Call): boolean => runsIn !== 'development' && node.args.some(({ value }) => isTaken(value));
  return (
    unit.calls('js:Object.entries', 'js:Object.keys', 'js:Object.assign').some(isGiven) ||
    unit
      .functions()
      .some(
        (code) =>
          unit.callersOf(code).some(isGiven) ||
          nodesIn(code.node.body).some((each) =>
            each.kind === 'index'
              ? each.index !== undefined && each.index.kind !== 'string' && isWhole(each.object)
              : each.kind === 'assignment' && each.value !== undefined && isTaken(each.value),
          ),
      )
  );
});
