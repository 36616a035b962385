// Defaults that nobody can run with: settings that raise where a variable still is what the source says.
import type { Expression, Unit, Value } from '../model.ts';
import { remembered } from './remembered.ts';

interface Refusal {
  readonly names: readonly string[];
  readonly texts: ReadonlySet<string>;
}

/** Whether the service ends with an error where the variable, or the setting of that name, is that text. */
export const refusesDefault = (unit: Unit, name: string, text: string): boolean =>
  refusals(unit).some(({ names, texts }) => texts.has(text) && names.includes(name));

const refusals = remembered((unit: Unit): readonly Refusal[] =>
  unit.raised
    .filter(
      ({ runsIn, afterError, swallowed, inFunction }) => runsIn !== 'development' && !afterError && !swallowed && inFunction === undefined,
    )
    .flatMap(({ guards }) =>
      guards.flatMap((guard) => {
        // Below another condition it is refused only where that holds: in production it has to.
        const others = guards.filter((each) => each !== guard);
        const always = others.every(({ test, holds }) => unit.trueIn(test) === (holds ? 'production' : 'development'));
        return always ? refusedBy(unit, guard.test, guard.holds) : [];
      }),
    ),
);

/** `KEY in WEAK`, `KEY == "changeme"`: also as one of several conditions any of which is enough. */
function refusedBy(unit: Unit, test: Expression, holds: boolean): readonly Refusal[] {
  if (test.kind === 'unary' && test.operator === 'not') return refusedBy(unit, test.value, !holds);
  if (test.kind !== 'binary') return [];
  const { operator, left, right } = test;
  if (operator === (holds ? 'or' : 'and')) return [...refusedBy(unit, left, holds), ...refusedBy(unit, right, holds)];
  if (!(holds ? ['in', '=='] : ['not in', '!=']).includes(operator)) return [];
  return [{ names: [...unit.environmentBehind(left), ...unit.words(left)], texts: new Set(textsOf(unit.value(right))) }];
}

const textsOf = (value: Value): readonly string[] =>
  value.kind === 'list' ? value.items.flatMap(textsOf) : value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
