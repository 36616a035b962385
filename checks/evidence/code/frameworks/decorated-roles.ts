// Roles that decorators and base classes give: FastAPI, Flask, Django, Nest.
import type { Expression, FunctionExpression } from '../../../model.ts';
import { symbolsOf } from '../entities.ts';
import type { ParameterRole, Program } from '../program.ts';
import { controllerOf, meant, methodsOf } from './controllers.ts';
import { give, route } from './give-role.ts';
import { frameworkOf, httpMethods } from './holders.ts';
import { hungByHelper } from './hung-by-helper.ts';

export function rolesOfDecorators(program: Program, code: FunctionExpression): void {
  for (const decorator of code.decorators ?? []) {
    const call = decorator.kind === 'call' ? decorator : undefined;
    const target = call ? call.callee : decorator;
    if (hungByHelper(program, decorator)) give(program, code, route(pythonParameters(program, code, 'fastapi')));
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

export function rolesOfClass(program: Program, code: Extract<Expression, { kind: 'class' }>): void {
  const decorators = (code.decorators ?? []).flatMap((each) => symbolsOf(program, each.kind === 'call' ? each.callee : each));
  const isFilter = decorators.some((symbol) => /^npm:@nestjs\/common\.Catch$/.test(symbol));
  const isController = controllerOf(program, code) !== undefined;
  const bases = code.bases.flatMap((base) => symbolsOf(program, base));
  const isView = bases.some((symbol) =>
    /^py:(?:rest_framework\.(?:views|viewsets|generics)\.\w+|django\.views\.\w*(?:\.\w+)*|flask\.views\.MethodView|flask_rest(?:ful|x|plus)\.(?:\w+\.)?Resource|starlette\.endpoints\.HTTPEndpoint)$/.test(
      symbol,
    ),
  );
  const isMiddleware = bases.some((symbol) => /BaseHTTPMiddleware$/.test(symbol));
  for (const member of isController ? methodsOf(program, code) : code.members) {
    if (member.value?.kind !== 'function') continue;
    if (isFilter && member.name === 'catch')
      give(program, member.value, {
        kind: 'error-handler',
        parameters: ['exception', 'context'],
        types: (code.decorators ?? []).flatMap((each) => (each.kind === 'call' ? each.args.map(({ value }) => value) : [])),
        how: 'exception filter',
      });
    const methods = isController ? meant(program, member.decorators ?? []).flatMap(({ symbols }) => symbols) : [];
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
