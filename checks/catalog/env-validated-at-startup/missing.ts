// Whether a condition says that a setting is missing or wrong, rather than that it is there.
import type { Expression, Guard, Unit, Value } from '../../model.ts';
import { isNeeded } from './required.ts';

export function saysMissing(unit: Unit, { test, holds }: Guard): boolean {
  switch (test.kind) {
    case 'unary':
      return test.operator === 'not' && saysMissing(unit, { test: test.value, holds: !holds });
    case 'binary':
      if (test.operator === 'and' || test.operator === 'or')
        return saysMissing(unit, { test: test.left, holds }) || saysMissing(unit, { test: test.right, holds });
      if (test.operator === '==' || test.operator === '!=') return compares(unit, test, holds === (test.operator === '=='));
      if (test.operator === 'in' && test.left.kind === 'string') return isAbout(unit, test) && isFault(test.left.value) === holds;
      return isWithLiteral(test) && !((test.operator === 'not in') === holds && admitsNothing(test.right)) && isAbout(unit, test);
    default:
      return isAbout(unit, test) && (!holds || !isPresence(unit, test));
  }
}

/** `length > 0`, `port < 1024`, `mode not in ("a", "b")`: not two things that both change. */
const isWithLiteral = ({ left, right }: Extract<Expression, { kind: 'binary' }>): boolean =>
  [left, right].some(({ kind }) => kind === 'number' || kind === 'string' || kind === 'list');

/** `value not in ("", "True", "False")`: one that is not set is among what is allowed. */
const admitsNothing = (among: Expression): boolean =>
  among.kind === 'list' &&
  among.items.some(({ value }) => value.kind === 'null' || (value.kind === 'string' && value.value === '' && !value.secret));

/** A feature that runs only where its variable is set. */
export function saysPresent(unit: Unit, { test, holds }: Guard): boolean {
  if (test.kind === 'binary' && holds === (test.operator === 'in') && /^(?:not )?in$/.test(test.operator))
    return test.left.kind === 'string' && isMap(unit, test.right);
  if (!holds) return false;
  if (test.kind === 'binary' && test.operator === 'and')
    return saysPresent(unit, { test: test.left, holds }) || saysPresent(unit, { test: test.right, holds });
  if (test.kind === 'binary' && test.operator === '!=' && isNothing(test.right)) return saysPresent(unit, { test: test.left, holds });
  return (test.kind === 'name' || test.kind === 'member' || test.kind === 'index') && unit.value(test).kind === 'environment';
}

const isMap = (unit: Unit, expression: Expression): boolean =>
  unit.symbols(expression).some((symbol) => /^(?:py:os\.environ|(?:js|node):process\.env)$/.test(symbol));

/** `url === undefined`, `key == ""`, `missing.length === 0`, `mode != "production"`. */
function compares(unit: Unit, { left, right }: Extract<Expression, { kind: 'binary' }>, equal: boolean): boolean {
  if (!isAbout(unit, left) && !isAbout(unit, right)) return false;
  const [literal, subject] = isNothing(right) ? [right, left] : [left, right];
  if (literal.kind === 'boolean') return saysMissing(unit, { test: subject, holds: literal.value === equal });
  if (!isNothing(literal)) return !equal;
  if (literal.kind === 'string' && isUnsetUnnoticed(unit.value(subject))) return false;
  // A count of what is missing is good where it is nothing.
  return isFault(lastName(subject)) || lastName(subject).endsWith('.length') ? !equal : equal;
}

/** Where nothing stands in for it, an unset variable is no empty text: `os.getenv("KEY") == ""`. */
const isUnsetUnnoticed = (value: Value): boolean =>
  value.kind === 'environment' && !value.required && (value.fallback === undefined || isUnsetUnnoticed(value.fallback));

const isNothing = (expression: Expression): boolean =>
  expression.kind === 'null' ||
  (expression.kind === 'string' && expression.value === '') ||
  (expression.kind === 'number' && expression.value === 0) ||
  expression.kind === 'boolean' ||
  (expression.kind === 'name' && expression.name === 'undefined');

const isAbout = (unit: Unit, test: Expression): boolean => unit.environmentBehind(test).some((name) => isNeeded(unit, name));

const isFault = (name: string): boolean =>
  /missing|invalid|error|problem|issue|fail|absent|unset|empty|undefined|lack|bad|wrong/i.test(name);

/** A value that is there, or a word that says all is well. */
function isPresence(unit: Unit, test: Expression): boolean {
  const name = lastName(test);
  if (isFault(name)) return false;
  return (
    unit.value(test).kind === 'environment' ||
    /^_?(?:has|is|can|should|use|ok$|valid|success|configured|enabled|available|ready)/i.test(name) ||
    /configured$|enabled$|valid$/i.test(name)
  );
}

function lastName(expression: Expression): string {
  if (expression.kind === 'call') return lastName(expression.callee);
  if (expression.kind === 'member' && expression.name === 'length') return `${lastName(expression.object)}.length`;
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}
