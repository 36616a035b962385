// Defaults that nobody can run with: settings that raise where a variable still is what the source says.
import type { Expression, Unit, Value } from '../model.ts';
import { remembered } from './remembered.ts';

interface Refusal {
  readonly names: readonly string[];
  readonly texts: ReadonlySet<string>;
}

/** Whether the service ends with an error where the variable, or the setting of that name, is that literal. */
export const refusesDefault = (unit: Unit, name: string, literal: Value): boolean =>
  literal.kind === 'literal' &&
  typeof literal.value === 'string' &&
  refusals(unit).some(({ names, texts }) => names.includes(name) && isAmong(texts, literal));

/** What is secret by its name is known by its length alone, and what it is compared with is none by its own. */
const isAmong = (texts: ReadonlySet<string>, { value, secret }: Extract<Value, { readonly kind: 'literal' }>): boolean =>
  secret === undefined ? texts.has(String(value)) : [...texts].some(({ length }) => length === secret.length);

const refusals = remembered((unit: Unit): readonly Refusal[] =>
  unit.raised
    .filter(
      ({ runsIn, afterError, swallowed, inFunction }) => runsIn !== 'development' && !afterError && !swallowed && inFunction === undefined,
    )
    .flatMap(({ guards }) => {
      const conditions = guards.flatMap(({ test, holds }) => conditionsOf(test, holds));
      return conditions.flatMap((condition) => {
        // Below another condition it is refused only where that holds: in production it has to.
        const others = conditions.filter((each) => each !== condition);
        const always = others.every(({ test, holds }) => unit.trueIn(test) === (holds ? 'production' : 'development'));
        return always ? refusedBy(unit, condition.test, condition.holds) : [];
      });
    }),
);

interface Condition {
  readonly test: Expression;
  readonly holds: boolean;
}

/** `not DEBUG and KEY == "changeme"` is two conditions, both of which have to hold. */
const conditionsOf = (test: Expression, holds: boolean): readonly Condition[] => {
  if (test.kind === 'unary' && test.operator === 'not') return conditionsOf(test.value, !holds);
  const both = test.kind === 'binary' && test.operator === (holds ? 'and' : 'or');
  return both ? [test.left, test.right].flatMap((each) => conditionsOf(each, holds)) : [{ test, holds }];
};

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
