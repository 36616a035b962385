// Where routes and middleware are hung up, and which functions an argument stands for.
import type { ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { definitions } from '../definitions.ts';
import { bindingsOf, type Entity } from '../entities/entity.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { frameworkHanded } from './handed-applications.ts';

export const httpMethods = /^(?:get|post|put|patch|delete|del|all|options|head)$/;

/** The verb in a routing method's name, in lower case: `get`, and `get` of a package's own `authGet`; undefined where there is none. */
export const verbIn = (method: string): string | undefined =>
  httpMethods.test(method) ? method : /^[a-z]+(Get|Post|Put|Patch|Delete)$/.exec(method)?.[1]?.toLowerCase();

/** Where routes and middleware are hung up. */
const holders: readonly (readonly [framework: string, symbol: RegExp])[] = [
  [
    'express',
    /^npm:express(?:\.Router)?\(\)$|^npm:express\.(?:Application|Express|Router|IRouter)\(\)$|^npm:express-promise-router\(\)$|^npm:router\(\)$/,
  ],
  [
    'koa',
    /^npm:koa\(\)$|^npm:koa\.(?:Application)\(\)$|^npm:(?:@koa\/router|koa-router|koa-joi-router|@koa-better\/router)(?:\.(?:Router|RouterInstance))?\(\)$|^npm:koa-route$/,
  ],
  [
    'fastify',
    /^npm:fastify(?:\.(?:fastify|FastifyInstance|Fastify))?\(\)$|^npm:@nestjs\/core\.NestFactory\.create\(\)\.getHttpAdapter\(\)\.getInstance\(\)$/,
  ],
  ['hono', /^npm:(?:hono(?:\/\w+)?|@hono\/[\w-]+)(?:\.\w*Hono)?\(\)$/],
  ['fastapi', /^py:fastapi(?:\.applications|\.routing)?\.(?:FastAPI|APIRouter)\(\)$/],
  ['starlette', /^py:starlette\.(?:applications\.Starlette|routing\.Router)\(\)$/],
  [
    'flask',
    /^py:flask\.(?:Flask|Blueprint)\(\)$|^py:flask_(?:restful|restx|restplus|smorest)\.(?:Api|Namespace|Blueprint)\(\)$|^py:flask_rest(?:x|plus)\.Api\(\)\.namespace\(\)$|^py:apiflask\.API(?:Flask|Blueprint)\(\)$|^py:quart\.(?:Quart|Blueprint)\(\)$|^py:flask_openapi3\.\w+\(\)$/,
  ],
  ['sanic', /^py:sanic\.(?:Sanic|Blueprint)\(\)$/],
  ['aiohttp', /^py:aiohttp\.web\.(?:Application|RouteTableDef)\(\)(?:\.router)?$/],
];

/** The framework behind a receiver; a parameter called `app`, `router`, `fastify` is one by convention where nothing else is known. */
export function frameworkOf(program: Program, receiver: Expression): string | undefined {
  const known = frameworkMade(program, receiver);
  if (known) return known;
  if (receiver.kind === 'name' && isPluginParameter(program, receiver)) return 'fastify';
  return frameworkHanded(program, receiver, (each) => frameworkMade(program, each));
}

function frameworkMade(program: Program, receiver: Expression): string | undefined {
  for (const each of entities(program, receiver)) {
    const framework = frameworkOfEntity(program, each, 3);
    if (framework) return framework;
  }
  return undefined;
}

/** The first parameter of a function written where it is registered: `app.register(async (v1) => …)`. */
function isPluginParameter(program: Program, receiver: Extract<Expression, { kind: 'name' }>): boolean {
  return bindingsOf(receiver.name, contextOf(receiver).scope).some((binding) => {
    if (binding.kind !== 'parameter' || binding.index !== 0) return false;
    const call = contextOf(binding.code).around.at(-1);
    if (call?.callee.kind !== 'member' || call.callee.name !== 'register' || call.args[0]?.value !== binding.code) return false;
    return frameworkOf(program, call.callee.object) !== undefined;
  });
}

function frameworkOfEntity(program: Program, entity: Entity, depth: number): string | undefined {
  if (entity.kind === 'outside') {
    const known = holders.find(([, symbol]) => symbol.test(entity.symbol))?.[0];
    if (known) return known;
    // A package's own router: `new AppRouter({ prefix: '/v1' })`.
    if (/^npm:[^ ]*\.[A-Z]\w*Router\(\)$|^npm:itty-router\.(?:Auto|Itty)?Router\(\)$/.test(entity.symbol)) return 'by-name';
    return /^\?(?:app|router|server|api|fastify|instance|koa|express)$/.test(entity.symbol) ? 'by-name' : undefined;
  }
  // class MyRouter(APIRouter), class App extends Koa
  if (entity.kind === 'instance' && depth > 0) {
    for (const base of entity.of.bases.flatMap((each) => entities(program, each))) {
      const made: Entity =
        base.kind === 'class'
          ? { kind: 'instance', of: base.code }
          : base.kind === 'outside'
            ? { kind: 'outside', symbol: `${base.symbol}()` }
            : base;
      const framework = frameworkOfEntity(program, made, depth - 1);
      if (framework) return framework;
    }
    if (routesItself(entity.of)) return 'by-name';
  }
  return undefined;
}

/** A router that the service wrote for itself: `get(path, ...handlers)` and `post(path, ...handlers)`. */
const routesItself = ({ members }: ClassExpression): boolean =>
  ['get', 'post'].every((verb) =>
    members.some(({ name, value }) => {
      if (name !== verb || value?.kind !== 'function') return false;
      const [path, handler] = value.parameters;
      if (path?.pattern.kind !== 'bind' || !/^(?:path|route|url|uri|pattern)$/i.test(path.pattern.name)) return false;
      return handler?.pattern.kind === 'bind' && /^(?:handlers?|callbacks?|fns?|middlewares?|actions?)$/i.test(handler.pattern.name);
    }),
  );

/** Whether a call makes such a router: what it serves is the whole service. */
export const makesOwnRouter = (program: Program, made: Expression): boolean =>
  entities(program, made).some((each) => each.kind === 'instance' && routesItself(each.of));

/** The functions an argument stands for: itself, a name of one, what a wrapper was given, a bound method. */
export function functionsIn(program: Program, expression: Expression, depth = 3): readonly FunctionExpression[] {
  if (expression.kind === 'list') return expression.items.flatMap(({ value }) => functionsIn(program, value, depth));
  const found = entities(program, expression);
  const direct = found.flatMap((each) => (each.kind === 'function' ? [each.code] : each.kind === 'instance' ? callOperator(each.of) : []));
  if (depth > 0 && (expression.kind === 'name' || expression.kind === 'member')) {
    // `export const create = catchAsync(async (request) => …)`: what was wrapped is what it stands for.
    const made = definitions(program, expression).flatMap(({ value, keys }) =>
      keys.length === 0 && /^(?:call|name|member)$/.test(value.kind) ? [value] : [],
    );
    if (made.length > 0) return [...new Set([...direct, ...made.flatMap((each) => functionsIn(program, each, depth - 1))])];
  }
  if (depth === 0 || expression.kind !== 'call') return direct;
  // asyncHandler(fn), wrap(fn), catchAsync(fn)
  const wrapped = expression.args.flatMap(({ value }) =>
    value.kind === 'string' || value.kind === 'object' ? [] : functionsIn(program, value, depth - 1),
  );
  // A wrapper of the service's own runs before what it wraps; any other function it is given is its own affair.
  return direct.length === 0 ? wrapped : [...direct, ...wrapped.filter(takesRequest)];
}

const takesRequest = ({ parameters: [first, second] }: FunctionExpression): boolean =>
  first?.pattern.kind === 'bind' &&
  (/^_?(?:req|request|ctx|context|c)$/.test(first.pattern.name) ||
    // `asyncHandler(async (_, res) => …)`
    (/^_+$/.test(first.pattern.name) && second?.pattern.kind === 'bind' && /^_*(?:res|response|reply)$/.test(second.pattern.name)));

const callOperator = (of: Extract<Entity, { kind: 'instance' }>['of']): readonly FunctionExpression[] =>
  of.members.flatMap((member) => (member.name === '__call__' && member.value?.kind === 'function' ? [member.value] : []));
