// Whether a function for origins lets all of them in because a setting says so.
import type { Expression, Guard, Unit } from '../../model.ts';

/** `if (origins.includes('*')) return origin`: where the setting says so, and whether it does by default; undefined where nothing asks that. */
export function wildcardAsked(unit: Unit, tests: readonly Pick<Guard, 'test' | 'holds'>[]): 'default' | 'setting' | 'unknown' | undefined {
  const subjects = tests.flatMap(({ test, holds }) => (holds ? pieces(test) : [])).flatMap(comparedWithWildcard);
  if (subjects.length === 0) return undefined;
  const sources = subjects.flatMap((each) => unit.sources(each));
  if (sources.some((source) => source.kind === 'literal' && source.value === '*')) return 'default';
  return sources.some(({ kind }) => kind === 'environment') ? 'setting' : 'unknown';
}

/** What is compared with `*`: both sides of an equation, what a list that includes it is made of. */
function comparedWithWildcard(test: Expression): readonly Expression[] {
  const isWildcard = (each: Expression | undefined): boolean => each?.kind === 'string' && each.value === '*';
  if (test.kind === 'binary' && test.operator === '==')
    return isWildcard(test.right) ? [whole(test.left)] : isWildcard(test.left) ? [whole(test.right)] : [];
  if (test.kind !== 'call' || test.callee.kind !== 'member' || !/^(?:includes|has)$/.test(test.callee.name)) return [];
  return isWildcard(test.args[0]?.value) ? [whole(test.callee.object)] : [];
}
const whole = (each: Expression): Expression => (each.kind === 'index' ? each.object : each);

/** An expression and all that stands inside it, as far as conditions go. */
export function pieces(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'binary':
      return [expression, ...pieces(expression.left), ...pieces(expression.right)];
    case 'unary':
    case 'await':
      return [expression, ...pieces(expression.value)];
    case 'call':
      return [expression, ...pieces(expression.callee), ...expression.args.flatMap(({ value }) => pieces(value))];
    case 'member':
      return [expression, ...pieces(expression.object)];
    case 'index':
      return [expression, ...pieces(expression.object), ...(expression.index ? pieces(expression.index) : [])];
    case 'function':
      return expression.body.flatMap((statement) => (statement.kind === 'return' && statement.value ? pieces(statement.value) : []));
    default:
      return [expression];
  }
}
