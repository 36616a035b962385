// Functions, lambdas and their parameters.
import type { Arg, ExprNode } from 'py-ast';
import type { Expression, FunctionExpression, Parameter } from '../../../model.ts';
import { at, type Lowering, type Py, type PyStatement } from './context.ts';

type Parameters = Py<'Lambda'>['args'];

export function lowerFunction(node: PyStatement<'FunctionDef' | 'AsyncFunctionDef'>, lowering: Lowering): FunctionExpression {
  const decorators = node.decorator_list.map(lowering.expression);
  const parameters = lowerParameters(node.args, lowering);
  const typeOnly = lowering.typeOnly;
  const body = lowering.statements(node.body);
  lowering.typeOnly = typeOnly;
  return {
    kind: 'function',
    name: node.name,
    parameters,
    body,
    ...(decorators.length > 0 && { decorators }),
    ...(node.returns && { returns: lowering.expression(node.returns) }),
    ...(node.nodeType === 'AsyncFunctionDef' && { isAsync: true as const }),
    ...(decorators.some(makesGetter) && { isGetter: true as const }),
    endLine: node.end_lineno ?? node.lineno,
    ...at(node, lowering),
  };
}

/** `property`, `functools.cached_property`, `hybrid_property` and their like, and `x.getter`. */
function makesGetter(decorator: Expression): boolean {
  if (decorator.kind === 'call') return makesGetter(decorator.callee);
  if (decorator.kind !== 'name' && decorator.kind !== 'member') return false;
  return decorator.name.endsWith('property') || (decorator.kind === 'member' && decorator.name === 'getter');
}

export function lowerLambda(node: Py<'Lambda'>, lowering: Lowering): FunctionExpression {
  const parameters = lowerParameters(node.args, lowering);
  const value = lowering.expression(node.body);
  const { line, column } = value;
  return {
    kind: 'function',
    parameters,
    body: [{ kind: 'return', value, line, column }],
    isArrow: true,
    endLine: node.end_lineno ?? node.lineno,
    ...at(node, lowering),
  };
}

function lowerParameters(args: Parameters, lowering: Lowering): Parameter[] {
  const positional = args.posonlyargs.length > 0 ? [...args.posonlyargs, ...args.args] : args.args;
  const withoutFallback = positional.length - args.defaults.length;
  const parameters = positional.map((arg, index) => lowerParameter(arg, args.defaults[index - withoutFallback], undefined, lowering));
  if (args.vararg) parameters.push(lowerParameter(args.vararg, undefined, 'positional', lowering));
  for (const [index, arg] of args.kwonlyargs.entries())
    parameters.push(lowerParameter(arg, args.kw_defaults[index] ?? undefined, undefined, lowering));
  if (args.kwarg) parameters.push(lowerParameter(args.kwarg, undefined, 'keywords', lowering));
  return parameters;
}

function lowerParameter(arg: Arg, fallback: ExprNode | undefined, rest: Parameter['rest'], lowering: Lowering): Parameter {
  const { line, column } = at(arg, lowering);
  return {
    pattern: { kind: 'bind', name: arg.arg, line, column },
    ...(arg.annotation && { annotation: lowering.expression(arg.annotation) }),
    ...(fallback && { fallback: lowering.expression(fallback) }),
    ...(rest && { rest }),
    line,
    column,
  };
}
