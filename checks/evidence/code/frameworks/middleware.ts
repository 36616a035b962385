// What a service hangs round its requests: middleware, plugins, hooks and interceptors, of its own or of a library.
import type { CallExpression, Expression, FunctionExpression, Middleware } from '../../../model.ts';
import { siteOf } from '../calls.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import type { Entity } from '../entities/entity.ts';
import { entities, symbolsOf } from '../entities.ts';
import { callOf } from '../found-call.ts';
import { codeFunction, placeOf } from '../places.ts';
import type { Program } from '../program.ts';
import { autoloaded } from './autoloaded.ts';
import { frameworkOf, functionsIn } from './holders.ts';

export function middlewareOf(program: Program): readonly Middleware[] {
  return program.files.flatMap((file) => [
    ...file.calls.flatMap((call) => ofCall(program, call)),
    ...file.functions.flatMap((code) => ofDecorators(program, code)),
    ...file.writes.flatMap((write) => ofWrite(program, write)),
    ...ofDjango(program, file),
    ...ofProviders(program, file),
  ]);
}

const hanging =
  /^(?:use|addHook|register|apply|useGlobalInterceptors|add_middleware|before_request|before_app_request|after_request|after_app_request|teardown_request|register_middleware|add_router_middleware)$/;

function ofCall(program: Program, call: CallExpression): readonly Middleware[] {
  const { callee } = call;
  if (callee.kind === 'member' && hanging.test(callee.name)) {
    const { name } = callee;
    if (!isApplication(program, callee.object)) return [];
    // A file that is loaded may give a package's plugin as it is: `export default helmet`.
    const loaded = name === 'register' ? autoloaded(program, call) : undefined;
    if (loaded) return loaded.flatMap(({ given: each }) => (isPackages(program, each) ? autoloadedOne(program, each) : []));
    // A class is handed over with its options beside it; other arguments are middleware one and all.
    const given = name === 'add_middleware' || name === 'register' ? call.args.slice(0, 1) : call.args;
    return given.flatMap(({ value }) => flat(value).flatMap((each) => one(program, each, name, call)));
  }
  const symbols = symbolsOf(program, callee);
  if (symbols.some((symbol) => /^py:(?:starlette|fastapi)\.middleware\.Middleware$/.test(symbol)))
    return call.args.slice(0, 1).flatMap(({ value }) => one(program, value, 'Middleware', call));
  return wrapped(program, call);
}

function autoloadedOne(program: Program, given: Expression): readonly Middleware[] {
  const [binding] = contextOf(given).file.moduleScope.bindings.get('autoConfig') ?? [];
  const code = binding?.kind === 'function' ? binding.code : undefined;
  const value = binding?.kind === 'value' ? binding.value : code;
  const handed = value?.kind === 'function' ? contextOf(value).file.returns.get(value)?.[0] : value;
  return one(program, given, 'autoload', undefined).map((each) => ({ ...each, ...(handed && { handed }) }));
}

const isPackages = (program: Program, given: Expression): boolean =>
  given.kind !== 'function' && symbolsOf(program, given).some((symbol) => /^npm:[^()]+$/.test(symbol));

const flat = (value: Expression): readonly Expression[] =>
  value.kind === 'list' ? value.items.flatMap((item) => flat(item.value)) : value.kind === 'string' ? [] : [value];

function isApplication(program: Program, receiver: Expression): boolean {
  if (frameworkOf(program, receiver) !== undefined) return true;
  return symbolsOf(program, receiver).some((symbol) =>
    /^npm:@nestjs\/core\.NestFactory\.create\(\)$|^npm:@nestjs\/common\.MiddlewareConsumer\(\)$|^\?consumer$/.test(symbol),
  );
}

/** `app = TimeLimit(app)`, `app.wsgi_app = Trace(app.wsgi_app)`: a class or function wrapped round the application. */
function wrapped(program: Program, call: CallExpression): readonly Middleware[] {
  if (contextOf(call).file.source.language !== 'python') return [];
  const [first] = call.args;
  const inner = first?.value;
  if (inner === undefined || (inner.kind !== 'name' && inner.kind !== 'member' && inner.kind !== 'call')) return [];
  const isInner =
    symbolsOf(program, inner).some((symbol) => /^py:django\.core\.[aw]sgi\.get_[aw]sgi_application\(\)$/.test(symbol)) ||
    frameworkOf(program, inner.kind === 'member' && inner.name === 'wsgi_app' ? inner.object : inner) !== undefined;
  if (!isInner || !entities(program, call.callee).some(mayWrap)) return [];
  return one(program, call.callee, 'wrapped round the application', call);
}

const mayWrap = (each: Entity): boolean =>
  each.kind === 'class'
    ? each.code.members.some(({ name }) => name === '__call__')
    : each.kind === 'outside' && /Middleware$|^py:[\w.]*(?:ASGIApp|middleware\.\w+)$/.test(each.symbol);

function one(program: Program, expression: Expression, how: string, call: CallExpression | undefined): readonly Middleware[] {
  const found = entities(program, expression);
  const made = found.flatMap((each) => (each.kind === 'outside' && each.made ? [callOf(program, each.made)] : []));
  const methods = found.flatMap((each) => (each.kind === 'class' || each.kind === 'instance' ? methodsOf(program, each) : []));
  return [
    {
      ...siteOf(program, expression),
      symbols: symbolsOf(program, expression),
      functions: [...new Set([...functionsIn(program, expression), ...methods, ...dispatched(program, expression, call)])].map(
        codeFunction,
      ),
      made,
      how,
      ...(call && { hungBy: callOf(program, call) }),
    },
  ];
}

/** `add_middleware(BaseHTTPMiddleware, dispatch=log_requests)`: the class of the package runs a function of the service. */
function dispatched(program: Program, expression: Expression, call: CallExpression | undefined): readonly FunctionExpression[] {
  const given = call?.args.find(({ name }) => name === 'dispatch')?.value;
  if (given === undefined || !symbolsOf(program, expression).includes('py:starlette.middleware.base.BaseHTTPMiddleware')) return [];
  return functionsIn(program, given);
}

const running = /^(?:dispatch|__call__|process_(?:request|response|view|exception)|use|intercept)$/;

function methodsOf(program: Program, entity: Extract<Entity, { kind: 'class' | 'instance' }>, depth = 2): readonly FunctionExpression[] {
  const code = entity.kind === 'class' ? entity.code : entity.of;
  const own = code.members.flatMap(({ name, value }) => (running.test(name) && value?.kind === 'function' ? [value] : []));
  if (own.length > 0 || depth === 0) return own;
  return code.bases.flatMap((base) =>
    entities(program, base).flatMap((each) => (each.kind === 'class' ? methodsOf(program, each, depth - 1) : [])),
  );
}

/** `@app.middleware("http")`, `@app.before_request`. */
function ofDecorators(program: Program, code: FunctionExpression): readonly Middleware[] {
  return (code.decorators ?? []).flatMap((decorator) => {
    const target = decorator.kind === 'call' ? decorator.callee : decorator;
    if (target.kind !== 'member' || !/^(?:middleware|(?:before|after|teardown)_(?:app_)?request|on_request|on_response)$/.test(target.name))
      return [];
    if (frameworkOf(program, target.object) === undefined) return [];
    return [{ ...siteOf(program, code), symbols: [], functions: [codeFunction(code)], made: [], how: target.name }];
  });
}

/** `app.wsgi_app = Wrapper(app.wsgi_app)` is found as a call; `app.user_middleware = […]` here. */
function ofWrite(program: Program, { target, value }: IndexedFile['writes'][number]): readonly Middleware[] {
  if (target.kind !== 'member' || target.name !== 'user_middleware' || value.kind !== 'list') return [];
  return value.items.flatMap((item) => one(program, item.value, 'user_middleware', undefined));
}

/** Django names its middleware by text; what is added later counts too. */
function ofDjango(program: Program, file: IndexedFile): readonly Middleware[] {
  if (file.source.language !== 'python') return [];
  const bound = (file.moduleScope.bindings.get('MIDDLEWARE') ?? []).flatMap((binding) => (binding.kind === 'value' ? [binding.value] : []));
  const added = (file.additions.get('MIDDLEWARE') ?? []).flatMap(({ args }) => args.map(({ value }) => value));
  return [...bound, ...added].flatMap((value) =>
    strings(value).flatMap((each): readonly Middleware[] => {
      const dot = each.value.lastIndexOf('.');
      const target = program.resolveModule(file.source.path, each.value.slice(0, dot), 'python');
      const own = target.kind === 'file' ? program.file(target.path)?.moduleScope.bindings.get(each.value.slice(dot + 1)) : undefined;
      const functions = (own ?? []).flatMap((binding) =>
        binding.kind === 'class'
          ? methodsOf(program, { kind: 'class', code: binding.code })
          : binding.kind === 'function'
            ? [binding.code]
            : [],
      );
      return [
        { ...siteOf(program, each), symbols: [`py:${each.value}`], functions: functions.map(codeFunction), made: [], how: 'MIDDLEWARE' },
      ];
    }),
  );
}

type Text = Extract<Expression, { kind: 'string' }>;
function strings(value: Expression): readonly Text[] {
  if (value.kind === 'string') return value.value.includes('.') ? [value] : [];
  if (value.kind === 'list') return value.items.flatMap((item) => strings(item.value));
  return value.kind === 'binary' && value.operator === '+' ? [...strings(value.left), ...strings(value.right)] : [];
}

/** `{ provide: APP_INTERCEPTOR, useClass: X }` of Nest. */
function ofProviders(program: Program, file: IndexedFile): readonly Middleware[] {
  const provided = file.entries.filter(
    ({ key, value }) => key === 'provide' && symbolsOf(program, value).some((symbol) => symbol.endsWith('core.APP_INTERCEPTOR')),
  );
  return provided.flatMap(({ value: token }) => {
    const { line } = placeOf(token);
    const beside = file.entries.find(({ key, value }) => /^use(?:Class|Value|Existing)$/.test(key) && Math.abs(value.line - line) <= 2);
    return beside ? one(program, beside.value, 'APP_INTERCEPTOR', undefined) : [];
  });
}
