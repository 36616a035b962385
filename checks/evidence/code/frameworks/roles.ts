// Which functions a framework calls, and what it hands them: routes, middleware, error handlers.
import type { CallExpression, FunctionExpression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { ParameterRole, Program } from '../program.ts';
import { rolesOfClass, rolesOfDecorators } from './decorated-roles.ts';
import { give, route } from './give-role.ts';
import { frameworkOf, functionsIn, httpMethods, verbIn } from './holders.ts';
import { serves } from './served.ts';
import { spreadOut } from './spread-out.ts';
import { workerHandlers } from './workers.ts';

/** Fills `program.roles`. It goes by calls and decorators alone, so that it may be asked before anything else. */
export function assignRoles(program: Program): void {
  for (const file of program.files) {
    for (const call of file.calls) rolesOfCall(program, call);
    for (const code of file.functions) rolesOfDecorators(program, code);
    for (const code of file.classes) rolesOfClass(program, code);
    for (const write of file.writes) rolesOfWrite(program, write);
    for (const { code } of workerHandlers(program, file)) give(program, code, route(['request']));
    if (/(?:^|\/)route\.[jt]sx?$/.test(file.source.path)) rolesOfNextRoute(program, file.source.path);
  }
}

/** `app.context.onerror = function (error) {…}`: Koa's own answer to errors, replaced. */
function rolesOfWrite(program: Program, { target, value }: IndexedFile['writes'][number]): void {
  if (target.kind !== 'member' || target.name !== 'onerror' || !symbolsOf(program, target.object).includes('npm:koa().context')) return;
  for (const code of functionsIn(program, value))
    give(program, code, { kind: 'error-handler', parameters: ['exception'], types: [], how: 'onerror of Koa' });
}

const scriptRoute: Readonly<Record<string, readonly ParameterRole[]>> = {
  express: ['request', 'response', 'next'],
  koa: ['context', 'next'],
  fastify: ['request', 'response'],
  hono: ['context', 'next'],
};

/** `app.errorhandler(NotFound)(on_not_found)`: the decorator, called by hand. */
function rolesOfCalledDecorator(program: Program, maker: CallExpression, args: CallExpression['args']): void {
  const { callee } = maker;
  if (callee.kind !== 'member' || !/^(?:errorhandler|app_errorhandler|exception_handler)$/.test(callee.name)) return;
  if (frameworkOf(program, callee.object) === undefined) return;
  const parameters: readonly ParameterRole[] = callee.name === 'exception_handler' ? ['request', 'exception'] : ['exception'];
  const types = maker.args[0] ? [maker.args[0].value] : [];
  for (const { value } of args)
    for (const code of functionsIn(program, value))
      give(program, code, { kind: 'error-handler', parameters, types, how: `@${callee.name}` });
}

function rolesOfCall(program: Program, call: CallExpression): void {
  const { callee, args } = call;
  if (callee.kind === 'call') rolesOfCalledDecorator(program, callee, args);
  if (callee.kind === 'member') {
    const { name } = callee;
    const isError = /^(?:onError|setErrorHandler|add_exception_handler|register_error_handler)$/.test(name);
    if (
      isError ||
      verbIn(name) !== undefined ||
      /^(?:use|addHook|route|add_api_route|add_url_rule|register|add_middleware|param|openapi)$/.test(name)
    ) {
      const framework = frameworkOf(program, callee.object);
      if (framework !== undefined) hang(program, call, name, framework, isError);
      return;
    }
    if (name === 'on' && call.args.length > 2 && frameworkOf(program, callee.object) === 'hono')
      return hang(program, call, name, 'hono', false);
  }
  const symbols = symbolsOf(program, callee);
  if (symbols.some((symbol) => /^py:(?:fastapi|starlette)\..*(?:FastAPI|Starlette)$/.test(symbol))) hangErrorHandlers(program, call);
  if (symbols.some((symbol) => serves.test(symbol)))
    for (const { value } of args) for (const code of functionsIn(program, value)) give(program, code, route(['request']));
  if (symbols.some((symbol) => /^node:https?\.createServer$/.test(symbol)))
    for (const { value } of args) for (const code of functionsIn(program, value)) give(program, code, route(['request', 'response']));
  if (symbols.some((symbol) => /^py:django\.urls\.(?:path|re_path)$/.test(symbol)) && args[1])
    for (const code of functionsIn(program, args[1].value)) give(program, code, route(['request']));
}

function hang(program: Program, call: CallExpression, name: string, framework: string, isError: boolean): void {
  if (isError) return hangErrorHandler(program, call, name, framework);
  // Beside its handler, a described route may have a function that answers what its schema refuses.
  for (const { value } of name === 'openapi' ? call.args.slice(1, 2) : spreadOut(program, call.args)) {
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
  if (name === 'route' || name === 'register' || httpMethods.test(name)) {
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
