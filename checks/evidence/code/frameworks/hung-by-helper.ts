// Decorators of the service's own that hang what they decorate on a router: `@guarded(router.get, "/plans")`, `@get("/plans")`.
import { nodesIn } from '../../../model/nodes.ts';
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { frameworkOf, httpMethods } from './holders.ts';

export interface HungByHelper {
  /** The router, and the name of its method. */
  readonly receiver: Expression;
  readonly method: string;
  readonly path: Expression;
  /** The call of that method inside the helper. */
  readonly inner: CallExpression;
}

export const isRouteMethod = (name: string): boolean => httpMethods.test(name) || name === 'route' || name === 'api_route';

export function hungByHelper(program: Program, decorator: Expression): HungByHelper | undefined {
  if (decorator.kind !== 'call' || !mayHang(decorator)) return undefined;
  return program.memory.once<HungByHelper | undefined>('hung by a helper', decorator, undefined, () => {
    for (const each of entities(program, decorator.callee)) {
      const found = each.kind === 'function' ? hungBy(program, decorator, each.code) : undefined;
      if (found) return found;
    }
    return undefined;
  });
}

/** Something like a router's method or an address is given to it: all others need not be looked at. */
const mayHang = ({ args }: CallExpression): boolean =>
  args.some(
    ({ value }) =>
      (value.kind === 'member' && isRouteMethod(value.name)) ||
      (value.kind === 'string' && value.value.startsWith('/')) ||
      (value.kind === 'template' && value.parts.length > 0),
  );

function hungBy(program: Program, decorator: CallExpression, helper: FunctionExpression): HungByHelper | undefined {
  for (const inner of callsIn(program, helper)) {
    const { callee, args } = inner;
    const [path] = args.flatMap(({ name, value }) => (name === undefined || name === 'path' || name === 'rule' ? [value] : []));
    const address = path && given(helper, decorator, path);
    const method = callee.kind === 'name' ? given(helper, decorator, callee) : callee;
    if (address === undefined || method?.kind !== 'member' || !isRouteMethod(method.name)) continue;
    if (frameworkOf(program, method.object) !== undefined) return { receiver: method.object, method: method.name, path: address, inner };
  }
  return undefined;
}

/** What a helper calls with something it was given in the first place. */
const callsIn = (program: Program, helper: FunctionExpression): readonly CallExpression[] =>
  program.memory.once<readonly CallExpression[]>('calls of a helper that may hang routes', helper, [], () =>
    nodesIn(helper.body).flatMap((node) =>
      node.kind === 'call' &&
      node.args.length > 0 &&
      (node.callee.kind === 'name'
        ? positionOf(helper, node.callee) >= 0
        : node.callee.kind === 'member' && isRouteMethod(node.callee.name))
        ? [node]
        : [],
    ),
  );

const positionOf = ({ parameters }: FunctionExpression, wanted: Expression): number =>
  wanted.kind === 'name' ? parameters.findIndex(({ pattern }) => pattern.kind === 'bind' && pattern.name === wanted.name) : -1;

/** What the decorator hands to the parameter that an expression inside the helper names. */
function given(helper: FunctionExpression, { args }: CallExpression, wanted: Expression): Expression | undefined {
  const at = positionOf(helper, wanted);
  if (at < 0 || wanted.kind !== 'name') return undefined;
  return (args.find(({ name }) => name === wanted.name) ?? args.filter(({ name }) => name === undefined)[at])?.value;
}
