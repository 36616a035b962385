// Which functions a framework calls, and what it hands them: routes, middleware, error handlers.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { type Entity, entities, symbolsOf } from '../entities.ts';
import type { ParameterRole, Program, Role } from '../program.ts';

export const httpMethods = /^(?:get|post|put|patch|delete|del|all|options|head)$/;

/** Where routes and middleware are hung up. */
const holders: readonly (readonly [framework: string, symbol: RegExp])[] = [
  [
    'express',
    /^npm:express(?:\.Router)?\(\)$|^npm:express\.(?:Application|Express|Router|IRouter)\(\)$|^npm:express-promise-router\(\)$|^npm:router\(\)$/,
  ],
  [
    'koa',
    /^npm:koa\(\)$|^npm:koa\.(?:Application)\(\)$|^npm:(?:@koa\/router|koa-router|koa-joi-router|@koa-better\/router)(?:\.(?:Router|RouterInstance))?\(\)$/,
  ],
  ['fastify', /^npm:fastify(?:\.(?:fastify|FastifyInstance|Fastify))?\(\)(?:\.withTypeProvider\(\))?$/],
  ['hono', /^npm:(?:hono(?:\/\w+)?|@hono\/[\w-]+)(?:\.\w*Hono)?\(\)$/],
  ['fastapi', /^py:fastapi(?:\.applications|\.routing)?\.(?:FastAPI|APIRouter)\(\)$/],
  ['starlette', /^py:starlette\.(?:applications\.Starlette|routing\.Router)\(\)$/],
  [
    'flask',
    /^py:flask\.(?:Flask|Blueprint)\(\)$|^py:flask_restful\.Api\(\)$|^py:quart\.(?:Quart|Blueprint)\(\)$|^py:flask_openapi3\.\w+\(\)$/,
  ],
  ['sanic', /^py:sanic\.(?:Sanic|Blueprint)\(\)$/],
  ['aiohttp', /^py:aiohttp\.web\.(?:Application|RouteTableDef)\(\)(?:\.router)?$/],
];

/** The framework behind a receiver; a parameter called `app`, `router`, `fastify` is one by convention where nothing else is known. */
export function frameworkOf(program: Program, receiver: Expression): string | undefined {
  const found = entities(program, receiver);
  for (const each of found) {
    const framework = frameworkOfEntity(program, each, 3);
    if (framework) return framework;
  }
  return undefined;
}

function frameworkOfEntity(program: Program, entity: Entity, depth: number): string | undefined {
  if (entity.kind === 'outside') {
    const known = holders.find(([, symbol]) => symbol.test(entity.symbol))?.[0];
    if (known) return known;
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
  }
  return undefined;
}

/** The functions an argument stands for: itself, a name of one, what a wrapper was given, a bound method. */
export function functionsIn(program: Program, expression: Expression, depth = 3): readonly FunctionExpression[] {
  if (expression.kind === 'list') return expression.items.flatMap(({ value }) => functionsIn(program, value, depth));
  const found = entities(program, expression);
  const direct = found.flatMap((each) => (each.kind === 'function' ? [each.code] : each.kind === 'instance' ? callOperator(each.of) : []));
  if (depth === 0 || expression.kind !== 'call') return direct;
  // asyncHandler(fn), wrap(fn), catchAsync(fn)
  const wrapped = expression.args.flatMap(({ value }) =>
    value.kind === 'string' || value.kind === 'object' ? [] : functionsIn(program, value, depth - 1),
  );
  // A wrapper of the service's own runs before what it wraps; any other function it is given is its own affair.
  return direct.length === 0 ? wrapped : [...direct, ...wrapped.filter(takesRequest)];
}

const takesRequest = ({ parameters }: FunctionExpression): boolean =>
  parameters[0]?.pattern.kind === 'bind' && /^_?(?:req|request|ctx|context|c)$/.test(parameters[0].pattern.name);

const callOperator = (of: Extract<Entity, { kind: 'instance' }>['of']): readonly FunctionExpression[] =>
  of.members.flatMap((member) => (member.name === '__call__' && member.value?.kind === 'function' ? [member.value] : []));

/** Fills `program.roles`. It goes by calls and decorators alone, so that it may be asked before anything else. */
export function assignRoles(program: Program): void {
  for (const file of program.files) {
    for (const call of file.calls) rolesOfCall(program, call);
    for (const code of file.functions) rolesOfDecorators(program, code);
    for (const code of file.classes) rolesOfClass(program, code);
    if (/(?:^|\/)route\.[jt]sx?$/.test(file.source.path)) rolesOfNextRoute(program, file.source.path);
  }
}

function give(program: Program, code: FunctionExpression, role: Role): void {
  const known = program.roles.get(code);
  if (known === undefined || (known.kind !== 'error-handler' && role.kind === 'error-handler')) program.roles.set(code, role);
}

const scriptRoute: Readonly<Record<string, readonly ParameterRole[]>> = {
  express: ['request', 'response', 'next'],
  koa: ['context', 'next'],
  fastify: ['request', 'response'],
  hono: ['context', 'next'],
};

function rolesOfCall(program: Program, call: CallExpression): void {
  const { callee, args } = call;
  if (callee.kind === 'member') {
    const { name } = callee;
    const isError = /^(?:onError|setErrorHandler|add_exception_handler|register_error_handler)$/.test(name);
    if (
      isError ||
      httpMethods.test(name) ||
      /^(?:use|addHook|route|add_api_route|add_url_rule|register|add_middleware|param)$/.test(name)
    ) {
      const framework = frameworkOf(program, callee.object);
      if (framework !== undefined) hang(program, call, name, framework, isError);
      return;
    }
  }
  const symbols = symbolsOf(program, callee);
  if (symbols.some((symbol) => /^py:(?:fastapi|starlette)\..*(?:FastAPI|Starlette)$/.test(symbol))) hangErrorHandlers(program, call);
  if (symbols.some((symbol) => /^(?:js:Deno\.serve|npm:[^ ]*(?:http\/server|std@[^ ]*server)[^ ]*\.serve|js:Bun\.serve)$/.test(symbol)))
    for (const { value } of args) for (const code of functionsIn(program, value)) give(program, code, route(['request']));
  if (symbols.some((symbol) => /^node:https?\.createServer$/.test(symbol)))
    for (const { value } of args) for (const code of functionsIn(program, value)) give(program, code, route(['request', 'response']));
  if (symbols.some((symbol) => /^py:django\.urls\.(?:path|re_path)$/.test(symbol)) && args[1])
    for (const code of functionsIn(program, args[1].value)) give(program, code, route(['request']));
}

const route = (parameters: readonly (ParameterRole | undefined)[]): Role => ({ kind: 'route', parameters, types: [], how: 'route' });

function hang(program: Program, call: CallExpression, name: string, framework: string, isError: boolean): void {
  if (isError) return hangErrorHandler(program, call, name, framework);
  for (const { value } of call.args) {
    if (value.kind === 'string') continue;
    for (const code of functionsIn(program, value)) {
      const parameters = scriptRoute[framework] ?? byName(code);
      // Express and Connect know an error handler by its four parameters.
      if (name === 'use' && code.parameters.length === 4) {
        give(program, code, {
          kind: 'error-handler',
          parameters: ['exception', 'request', 'response', 'next'],
          types: [],
          how: 'error middleware',
        });
      } else give(program, code, { kind: name === 'use' ? 'middleware' : 'route', parameters, types: [], how: name });
    }
  }
  if (name === 'route' || name === 'register') {
    for (const { value } of call.args) {
      if (value.kind !== 'object') continue;
      for (const entry of value.entries)
        if (entry.key === 'handler')
          for (const code of functionsIn(program, entry.value)) give(program, code, route(scriptRoute[framework] ?? byName(code)));
    }
  }
}

function hangErrorHandler(program: Program, call: CallExpression, name: string, framework: string): void {
  const python = name === 'add_exception_handler' || name === 'register_error_handler';
  const given = python ? call.args[1] : call.args[0];
  if (given === undefined) return;
  const parameters: readonly ParameterRole[] =
    name === 'add_exception_handler'
      ? ['request', 'exception']
      : name === 'onError'
        ? ['exception', 'context']
        : name === 'setErrorHandler'
          ? ['exception', 'request', 'response']
          : ['exception'];
  const types = python && call.args[0] ? [call.args[0].value] : [];
  for (const code of functionsIn(program, given.value))
    give(program, code, { kind: 'error-handler', parameters, types, how: framework === 'by-name' ? name : `${framework} ${name}` });
}

/** `FastAPI(exception_handlers={ValueError: on_value_error})`. */
function hangErrorHandlers(program: Program, call: CallExpression): void {
  const given = call.args.find(({ name }) => name === 'exception_handlers')?.value;
  for (const each of given ? entities(program, given) : []) {
    if (each.kind !== 'literal' || each.value.kind !== 'object') continue;
    for (const { key, value } of each.value.entries) {
      const types = key === undefined || typeof key === 'string' ? [] : [key];
      for (const code of functionsIn(program, value))
        give(program, code, { kind: 'error-handler', parameters: ['request', 'exception'], types, how: 'exception_handlers' });
    }
  }
}

function byName(code: FunctionExpression): readonly (ParameterRole | undefined)[] {
  return code.parameters.map(({ pattern }) => {
    if (pattern.kind !== 'bind') return undefined;
    if (/^_?(?:req|request)$/.test(pattern.name)) return 'request';
    if (/^_?(?:res|response|reply)$/.test(pattern.name)) return 'response';
    if (/^(?:ctx|context|c)$/.test(pattern.name)) return 'context';
    return /^_?next$/.test(pattern.name) ? 'next' : undefined;
  });
}

function rolesOfDecorators(program: Program, code: FunctionExpression): void {
  for (const decorator of code.decorators ?? []) {
    const call = decorator.kind === 'call' ? decorator : undefined;
    const target = call ? call.callee : decorator;
    if (target.kind !== 'member') {
      if (symbolsOf(program, target).some((symbol) => /^py:rest_framework\.decorators\.(?:api_view|action)$/.test(symbol)))
        give(program, code, route(['request']));
      continue;
    }
    const framework = frameworkOf(program, target.object);
    if (framework === undefined) continue;
    if (/^(?:exception_handler|errorhandler|app_errorhandler|exception)$/.test(target.name)) {
      const parameters: readonly ParameterRole[] =
        target.name === 'exception_handler' || framework === 'sanic' ? ['request', 'exception'] : ['exception'];
      give(program, code, { kind: 'error-handler', parameters, types: call?.args[0] ? [call.args[0].value] : [], how: `@${target.name}` });
    } else if (target.name === 'middleware')
      give(program, code, { kind: 'middleware', parameters: ['request', 'next'], types: [], how: 'middleware' });
    else if (httpMethods.test(target.name) || /^(?:route|api_route|websocket|put|trace)$/.test(target.name))
      give(program, code, route(pythonParameters(program, code, framework)));
  }
}

/** FastAPI hands path, query and body values by name, the request by its type, and what Depends makes. */
function pythonParameters(program: Program, code: FunctionExpression, framework: string): readonly (ParameterRole | undefined)[] {
  return code.parameters.map(({ annotation, fallback, pattern }) => {
    const types = annotation ? symbolsOf(program, annotation) : [];
    if (
      types.some((type) => /\.(?:Request|WebSocket)$/.test(type)) ||
      (pattern.kind === 'bind' && pattern.name === 'request' && types.length === 0 && framework !== 'flask')
    )
      return 'request';
    if (types.some((type) => /\.(?:Response|BackgroundTasks)$/.test(type))) return 'response';
    const injected = [fallback, annotation].some((each) => each !== undefined && mentionsDepends(program, each));
    return injected ? 'injected' : 'input';
  });
}

function mentionsDepends(program: Program, expression: Expression): boolean {
  if (expression.kind === 'call') return symbolsOf(program, expression.callee).some((symbol) => /\.(?:Depends|Security)$/.test(symbol));
  if (expression.kind === 'index' && expression.index)
    return expression.index.kind === 'list' ? expression.index.items.some(({ value }) => mentionsDepends(program, value)) : false;
  return false;
}

function rolesOfClass(program: Program, code: Extract<Expression, { kind: 'class' }>): void {
  const decorators = (code.decorators ?? []).flatMap((each) => symbolsOf(program, each.kind === 'call' ? each.callee : each));
  const isFilter = decorators.some((symbol) => /^npm:@nestjs\/common\.Catch$/.test(symbol));
  const isController = decorators.some((symbol) => /^npm:(?:@nestjs\/common\.Controller|routing-controllers\.\w*Controller)$/.test(symbol));
  const bases = code.bases.flatMap((base) => symbolsOf(program, base));
  const isView = bases.some((symbol) =>
    /^py:(?:rest_framework\.(?:views|viewsets|generics)\.\w+|django\.views\.\w*(?:\.\w+)*|flask\.views\.MethodView|flask_restful\.Resource|starlette\.endpoints\.HTTPEndpoint)$/.test(
      symbol,
    ),
  );
  const isMiddleware = bases.some((symbol) => /BaseHTTPMiddleware$/.test(symbol));
  for (const member of code.members) {
    if (member.value?.kind !== 'function') continue;
    if (isFilter && member.name === 'catch')
      give(program, member.value, { kind: 'error-handler', parameters: ['exception', 'context'], types: [], how: 'exception filter' });
    const methods = (member.decorators ?? []).flatMap((each) => symbolsOf(program, each.kind === 'call' ? each.callee : each));
    if (
      isController &&
      methods.some((symbol) =>
        /^npm:(?:@nestjs\/common|routing-controllers)\.(?:Get|Post|Put|Patch|Delete|All|Options|Head|Sse)$/.test(symbol),
      )
    ) {
      give(program, member.value, route(member.value.parameters.map(({ decorators: own }) => nestParameter(program, own ?? []))));
    }
    if (isView && /^(?:get|post|put|patch|delete|list|create|retrieve|update|partial_update|destroy|dispatch)$/.test(member.name))
      give(program, member.value, route([undefined, 'request']));
    if (isMiddleware && member.name === 'dispatch')
      give(program, member.value, { kind: 'middleware', parameters: [undefined, 'request', 'next'], types: [], how: 'middleware' });
  }
}

function nestParameter(program: Program, decorators: readonly Expression[]): ParameterRole | undefined {
  const symbols = decorators.flatMap((each) => symbolsOf(program, each.kind === 'call' ? each.callee : each));
  if (symbols.some((symbol) => /\.(?:Body|Query|Param|Headers|BodyParam|QueryParam)$/.test(symbol))) return 'input';
  if (symbols.some((symbol) => /\.(?:Req|Request)$/.test(symbol))) return 'request';
  return symbols.some((symbol) => /\.(?:Res|Response)$/.test(symbol)) ? 'response' : undefined;
}

/** Next's route files export a function per method. */
function rolesOfNextRoute(program: Program, path: string): void {
  const file = program.file(path);
  for (const name of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
    for (const binding of file?.moduleScope.bindings.get(name) ?? []) {
      const code =
        binding.kind === 'function'
          ? binding.code
          : binding.kind === 'value' && binding.value.kind === 'function'
            ? binding.value
            : undefined;
      if (code && contextOf(code)) give(program, code, route(['request', 'context']));
    }
  }
}
