// Addresses that a service compares by hand: `if (request.url === '/x')`, `if scope["path"] != "/x": return await app(…)`.
import type { Expression, FunctionExpression, Guard } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import type { ListedRoute } from './listed-route.ts';

/** One per test and address; `when` is the test. */
export function comparedRoutes(program: Program, file: IndexedFile): readonly ListedRoute[] {
  const found = new Map<Expression, ListedRoute>();
  const inside = [...file.calls, ...file.writes.map(({ value }) => value), ...[...file.returns.values()].flat()];
  for (const node of inside) {
    const { guards, inFunction } = contextOf(node);
    for (const { test, holds } of guards) {
      if (found.has(test)) continue;
      const path = addressIn(program, test, holds);
      if (path === undefined || inFunction === undefined) continue;
      const method = guards.map((guard) => methodIn(guard.test, guard.holds)).find((each) => each !== undefined);
      found.set(test, compared({ test, holds }, path, inFunction, method));
    }
  }
  return [...found.values()];
}

const compared = (when: Guard, path: string, handler: FunctionExpression, method = '*'): ListedRoute => ({
  method,
  path,
  framework: 'compared',
  node: when.test,
  handler,
  before: [],
  when,
});

function addressIn(program: Program, test: Expression, holds: boolean): string | undefined {
  if (test.kind === 'unary' && test.operator === 'not') return addressIn(program, test.value, !holds);
  if (test.kind !== 'binary') return undefined;
  if ((test.operator === 'and' && holds) || (test.operator === 'or' && !holds))
    return addressIn(program, test.left, holds) ?? addressIn(program, test.right, holds);
  if (test.operator !== (holds ? '==' : '!=')) return undefined;
  const [subject, other] = isAddress(test.left) ? [test.left, test.right] : [test.right, test.left];
  if (!isAddress(subject)) return undefined;
  const value = worth(program, other);
  return value.kind === 'literal' && typeof value.value === 'string' && /^\/\S*$/.test(value.value) ? value.value : undefined;
}

/** `req.method === 'GET'`, `scope["method"] == "GET"` */
function methodIn(test: Expression, holds: boolean): string | undefined {
  if (test.kind === 'unary' && test.operator === 'not') return methodIn(test.value, !holds);
  if (test.kind !== 'binary') return undefined;
  if ((test.operator === 'and' && holds) || (test.operator === 'or' && !holds))
    return methodIn(test.left, holds) ?? methodIn(test.right, holds);
  if (test.operator !== (holds ? '==' : '!=')) return undefined;
  const [subject, word] = test.right.kind === 'string' ? [test.left, test.right] : [test.right, test.left];
  const isMethod =
    (subject.kind === 'member' && subject.name === 'method') ||
    (subject.kind === 'name' && subject.name === 'method') ||
    (subject.kind === 'index' && subject.index?.kind === 'string' && subject.index.value === 'method');
  return isMethod && word.kind === 'string' && /^[A-Z]+$/.test(word.value) ? word.value : undefined;
}

/** `ctx.path`, `req.url`, `url.pathname`, `request.url.path`, `scope["path"]`, `scope.get("path")`. */
function isAddress(expression: Expression): boolean {
  if (expression.kind === 'member') return /^(?:path|url|pathname|originalUrl|path_info)$/.test(expression.name);
  if (expression.kind === 'name') return /^(?:path|pathname|requestPath|request_path)$/.test(expression.name);
  if (expression.kind === 'index') return expression.index?.kind === 'string' && expression.index.value === 'path';
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const [first] = expression.args;
  return expression.callee.name === 'get' && first?.value.kind === 'string' && first.value.value === 'path';
}
