// Whether a switch is on where nobody sets its variable.
import type { Expression, Site, Unit, Value } from '../../model.ts';

/** Undefined where that could not be told. */
export function isOnByDefault(unit: Unit, expression: Expression): boolean | undefined {
  switch (expression.kind) {
    case 'unary': {
      const inner = expression.operator === 'not' ? isOnByDefault(unit, expression.value) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'binary':
      return ofBinary(unit, expression);
    default:
      return ofValue(unit.value(expression));
  }
}

function ofBinary(unit: Unit, { operator, left, right }: Extract<Expression, { kind: 'binary' }>): boolean | undefined {
  if (operator === '==' || operator === '!=') {
    const literal = plain(right) ?? plain(left);
    const subject = plain(right) === undefined ? right : left;
    const found = unset(unit.value(subject));
    if (literal === undefined || found === 'unknown') return undefined;
    const equal = found !== 'absent' && String(found).toLowerCase() === literal.toLowerCase();
    return operator === '==' ? equal : !equal;
  }
  if ((operator === 'in' || operator === 'not in') && right.kind === 'list') {
    const words = right.items.map(({ value }) => plain(value)?.toLowerCase());
    const found = unset(unit.value(left));
    if (found === 'unknown') return undefined;
    const isIn = found !== 'absent' && words.includes(String(found).toLowerCase());
    return operator === 'in' ? isIn : !isIn;
  }
  if (operator === 'or' || operator === 'and' || operator === '??') {
    const both = [isOnByDefault(unit, left), isOnByDefault(unit, right)];
    if (operator === 'and') return both.includes(false) ? false : both.includes(undefined) ? undefined : true;
    return both.includes(true) ? true : both.includes(undefined) ? undefined : false;
  }
  return undefined;
}

const plain = (expression: Expression): string | undefined =>
  expression.kind === 'string' || expression.kind === 'boolean' || expression.kind === 'number' ? String(expression.value) : undefined;

/** What a value is where no variable is set. */
function unset(value: Value): string | number | boolean | 'absent' | 'unknown' {
  if (value.kind === 'literal') return value.value ?? 'absent';
  if (value.kind !== 'environment') return 'unknown';
  if (value.fallback === undefined) return value.required ? 'unknown' : 'absent';
  return unset(value.fallback);
}

export function ofValue(value: Value): boolean | undefined {
  if (value.kind === 'choice') {
    const arms = value.among.filter(({ runsIn }) => runsIn !== 'development').map((each) => ofValue(each.value));
    return arms.includes(true) ? true : arms.includes(undefined) ? undefined : false;
  }
  const found = unset(value);
  if (found === 'unknown') return undefined;
  return found !== 'absent' && isTruthy(found);
}

export const isTruthy = (value: string | number | boolean): boolean =>
  value === true || (typeof value === 'number' ? value !== 0 : /^(?:1|true|yes|y|on|t)$/i.test(String(value)));

/** Whether nothing round a place keeps it from being reached where no variable is set. */
export const isReached = (unit: Unit, { guards }: Site): boolean =>
  guards.every(({ test, holds }) => {
    const on = isOnByDefault(unit, test);
    return on === undefined || on === holds;
  });
