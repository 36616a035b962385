// Routes that an object of their own describes: `app.openapi(createRoute({ method, path, middleware }), handler)` of @hono/zod-openapi.
import type { CallExpression, Expression } from '../../../model.ts';
import { definitions } from '../definitions.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { frameworkOf, functionsIn } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

type Described = Extract<Expression, { kind: 'object' }>;

export function describedRoutes(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  const [description, handling] = args;
  if (callee.kind !== 'member' || callee.name !== 'openapi' || description === undefined || handling === undefined) return [];
  const framework = frameworkOf(program, callee.object);
  if (framework === undefined) return [];
  const handler = functionsIn(program, handling.value).at(-1);
  const shared = { framework, node: call, handler, receiver: callee.object };
  const described = descriptions(program, description.value, 4);
  // A description that can't be found leaves the handler where it is: at some address.
  if (described.length === 0) return [{ ...shared, method: '*', path: '/?', before: [] }];
  return described.map((each) => {
    const middleware = entry(each, 'middleware');
    return {
      ...shared,
      method: text(program, entry(each, 'method'))?.toUpperCase() ?? '*',
      path: text(program, entry(each, 'path')) ?? '/?',
      before: middleware?.kind === 'list' ? middleware.items.map(({ value }) => value) : middleware ? [middleware] : [],
    };
  });
}

/** The object itself, behind `createRoute(…)`, behind a name. */
function descriptions(program: Program, given: Expression, depth: number): readonly Described[] {
  if (given.kind === 'object') return [given];
  if (depth === 0) return [];
  if (given.kind === 'call') {
    const [inner] = given.args;
    const makes = symbolsOf(program, given.callee).some((symbol) => /^npm:@hono\/zod-openapi\.createRoute$/.test(symbol));
    if (makes && inner) return descriptions(program, inner.value, depth - 1);
  }
  return definitions(program, given).flatMap(({ value, keys }) => (keys.length === 0 ? descriptions(program, value, depth - 1) : []));
}

const entry = ({ entries }: Described, name: string): Expression | undefined => entries.find(({ key }) => key === name)?.value;

function text(program: Program, given: Expression | undefined): string | undefined {
  const value = given && worth(program, given);
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
