// Statements whose every condition hangs on an argument, where some caller hands over none: `if ids is not None: query = query.where(…)`.
import type { Expression, FunctionExpression, Guard } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { type Binding, contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import type { Program } from './program.ts';

type Parameter = Extract<Binding, { kind: 'parameter' }>;

/** The value that a name has where it runs without any of its conditions; undefined where each caller gives one, or none can be told. */
export function bareValue(program: Program, name: Extract<Expression, { kind: 'name' }>): Expression | undefined {
  const { inFunction, scope } = contextOf(name);
  const [first, ...later] = bindingsOf(name.name, scope);
  if (inFunction === undefined || first?.kind !== 'value' || first.keys.length > 0 || later.length === 0) return undefined;
  if (contextOf(first.value).guards.length > 0 || contextOf(first.value).inFunction !== inFunction) return undefined;
  const asked: Parameter[] = [];
  for (const binding of later) {
    if (binding.kind !== 'value' || binding.keys.length > 0) return undefined;
    if (onlyOrders(binding.value, name.name)) continue;
    const hangsOn = contextOf(binding.value).guards.flatMap((guard) => optional(guard, inFunction));
    if (hangsOn.length === 0) return undefined;
    asked.push(...hangsOn);
  }
  const isBare = callersOf(program, inFunction).some(
    (call) =>
      call.args.every(({ spread }) => spread === undefined) && asked.every((parameter) => argumentFor(call, parameter) === undefined),
  );
  return isBare ? first.value : undefined;
}

/** `query = query.order_by(…)`: as many rows as before. */
function onlyOrders(value: Expression, name: string): boolean {
  if (
    value.kind !== 'call' ||
    value.callee.kind !== 'member' ||
    !/^(?:order_by|options|distinct|execution_options)$/.test(value.callee.name)
  )
    return false;
  const { object } = value.callee;
  return object.kind === 'name' ? object.name === name : onlyOrders(object, name);
}

/** The parameter, `None` unless it is given, without which the test fails: `if url is not None`, `if url`. */
function optional({ test, holds }: Guard, code: FunctionExpression): readonly Parameter[] {
  if (test.kind === 'unary' && test.operator === 'not') return optional({ test: test.value, holds: !holds }, code);
  if (test.kind === 'binary' && test.operator === 'and' && holds)
    return [test.left, test.right].flatMap((each) => optional({ test: each, holds }, code)).slice(0, 1);
  if (test.kind === 'binary' && test.right.kind === 'null')
    return (test.operator === '!=') === holds && /^[!=]=$/.test(test.operator) ? ownParameter(test.left, code) : [];
  return holds ? ownParameter(test, code) : [];
}

function ownParameter(expression: Expression, code: FunctionExpression): readonly Parameter[] {
  if (expression.kind !== 'name') return [];
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  const [parameter] = bindings.flatMap((each) => (each.kind === 'parameter' && each.code === code ? [each] : []));
  if (parameter?.fallback?.kind !== 'null') return [];
  // Set again only where some condition holds: `if id is not None: limit = 1`.
  const isLeft = bindings.every((each) => each === parameter || (each.kind === 'value' && contextOf(each.value).guards.length > 0));
  return isLeft ? [parameter] : [];
}
