// Routes of Django's URL lists: functions, class-based views, and what the routers of REST framework make of a view set.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { listPrefixes } from './django-lists.ts';
import { djangoPrefixes, routerPrefixes } from './django-prefixes.ts';
import { admits, amongOf, guardsOf, inheritedActions, lineage, type Method, makesOf, memberIn } from './django-views.ts';
import { functionsIn, httpMethods } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

/** `path('plans/<int:pk>/', view)`. */
export function djangoRoutes(program: Program, call: CallExpression, path: string, view: Expression): readonly ListedRoute[] {
  if (view.kind === 'call' && symbolsOf(program, view.callee).some((symbol) => symbol.endsWith('.include'))) return [];
  const own = path.replace(/^\^|\$$/g, '').replace(/\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/g, ':$1');
  const handlers = handlersOf(program, view);
  const inner = listPrefixes(program, call);
  const prefixes = djangoPrefixes(program, contextOf(call).file.source.path).flatMap((outer) => inner.map((each) => `${outer}${each}`));
  return prefixes.flatMap((prefix) => handlers.map((each) => ({ ...each, path: `/${prefix}${own}`, framework: 'django', node: call })));
}

function handlersOf(program: Program, view: Expression): readonly Method[] {
  const views = viewMethods(program, view);
  if (views.length > 0) return views;
  const handler = functionsIn(program, view).at(-1);
  const decorators = handler?.decorators ?? [];
  const [named] = decorators.flatMap((each) => methodsNamed(program, each) ?? []);
  const before = decorators.filter((each) => methodsNamed(program, each) === undefined);
  return (named ?? ['*']).map((method) => ({ method, handler, before }));
}

/** `@api_view(['GET'])`, `@require_POST`. */
function methodsNamed(program: Program, decorator: Expression): readonly (readonly string[])[] | undefined {
  const symbols = symbolsOf(program, decorator.kind === 'call' ? decorator.callee : decorator);
  const [, only] = symbols.map((symbol) => /\.require_(GET|POST|safe)$/.exec(symbol)).find((found) => found !== null) ?? [];
  if (only !== undefined) return [[only === 'safe' ? 'GET' : only]];
  if (!symbols.some((symbol) => /\.(?:api_view|require_http_methods)$/.test(symbol))) return undefined;
  const given = decorator.kind === 'call' ? decorator.args[0]?.value : undefined;
  return [textsIn(given) ?? ['GET']];
}

const textsIn = (given: Expression | undefined): readonly string[] | undefined =>
  given?.kind === 'list' ? given.items.flatMap(({ value }) => (value.kind === 'string' ? [value.value.toUpperCase()] : [])) : undefined;

/** `View.as_view()`: its methods, and those of a generic view that the package brings. */
function viewMethods(program: Program, view: Expression): readonly Method[] {
  if (view.kind !== 'call' || view.callee.kind !== 'member' || view.callee.name !== 'as_view') return [];
  return entities(program, view.callee.object).flatMap((each) => {
    if (each.kind !== 'class') return [];
    const classes = lineage(program, each.code);
    const before = guardsOf(program, classes);
    const among = amongOf(classes);
    const written = new Map<string, FunctionExpression>();
    for (const { name, value } of classes.toReversed().flatMap(({ members }) => members))
      if (httpMethods.test(name) && value?.kind === 'function') written.set(name.toUpperCase(), value);
    const brought = generic(program, classes).filter((method) => !written.has(method));
    const all = [
      ...[...written].map(([method, handler]): Method => ({ method, handler, before, ...(among && { among }) })),
      ...brought.map((method): Method => {
        const handler = hook(classes, method);
        const makes = method === 'POST' && handler === undefined && makesRows(program, classes) ? { makes: makesOf(classes) } : {};
        return { method, handler, before, ...(among && { among }), ...makes };
      }),
    ];
    return all.filter(({ method }) => admits(classes, method));
  });
}

const genericBases = (program: Program, classes: readonly ClassExpression[]): readonly string[] =>
  classes.flatMap(({ bases }) =>
    bases.flatMap((base) =>
      symbolsOf(program, base).flatMap((symbol) =>
        /^py:(?:rest_framework\.generics|django\.views\.generic)\b/.test(symbol) ? [symbol] : [],
      ),
    ),
  );

/** `CreateView`, `ListCreateAPIView`; what an `UpdateView` is sent changes a row that is there. */
const makesRows = (program: Program, classes: readonly ClassExpression[]): boolean =>
  genericBases(program, classes).some((name) => /Create/.test(name));

/** Methods by the name of the generic view a class inherits from. */
function generic(program: Program, classes: readonly ClassExpression[]): readonly string[] {
  const names = genericBases(program, classes);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  return [
    ...(has(/Retrieve|List|Detail/) ? ['GET'] : []),
    ...(has(/Create|\.UpdateView$|DeleteView$/) ? ['POST'] : []),
    ...(has(/Update\w*APIView$/) ? ['PUT', 'PATCH'] : []),
    ...(has(/Destroy\w*APIView$/) ? ['DELETE'] : []),
  ];
}

const hooks: Readonly<Record<string, readonly string[]>> = {
  POST: ['create', 'perform_create', 'form_valid'],
  PUT: ['update', 'perform_update'],
  PATCH: ['partial_update', 'update', 'perform_update'],
  DELETE: ['destroy', 'perform_destroy'],
  GET: ['retrieve', 'list'],
};
/** What of the service runs for a method that a package brings. */
const hook = (classes: readonly ClassExpression[], method: string): FunctionExpression | undefined =>
  (hooks[method] ?? []).map((name) => memberIn(classes, name)).find((each) => each?.kind === 'function');

const actions: readonly (readonly [name: string, method: string, ofOne: boolean])[] = [
  ['list', 'GET', false],
  ['create', 'POST', false],
  ['retrieve', 'GET', true],
  ['update', 'PUT', true],
  ['partial_update', 'PATCH', true],
  ['destroy', 'DELETE', true],
];

/** `router.register('plans', PlanViewSet)`. */
export function registeredRoutes(program: Program, call: CallExpression, prefix: string): readonly ListedRoute[] {
  const { callee, args } = call;
  const given = args[1]?.value ?? args.find(({ name }) => name === 'viewset')?.value;
  if (callee.kind !== 'member' || given === undefined) return [];
  const starts = routerPrefixes(program, callee.object, contextOf(call).file.source.path);
  return entities(program, given).flatMap((each) => {
    if (each.kind !== 'class') return [];
    const found = actionsOf(program, lineage(program, each.code));
    return starts.flatMap((start) =>
      found.map(({ path, ...listed }): ListedRoute => {
        const whole = `/${start}/${prefix}/${path}`.replace(/\/{2,}/g, '/');
        return { ...listed, path: whole, framework: 'django', node: call };
      }),
    );
  });
}

function actionsOf(program: Program, classes: readonly ClassExpression[]): readonly (Method & { readonly path: string })[] {
  const before = guardsOf(program, classes);
  const among = amongOf(classes);
  const brought = inheritedActions(program, classes);
  const field = ['lookup_url_kwarg', 'lookup_field'].map((name) => memberIn(classes, name)).find((each) => each?.kind === 'string');
  const one = `:${field?.kind === 'string' ? field.value : 'pk'}/`;
  const usual = actions.flatMap(([name, method, ofOne]) => {
    const own = memberIn(classes, name);
    if (own?.kind !== 'function' && !brought.has(name)) return [];
    const handler = own?.kind === 'function' ? own : hook(classes, method);
    const makes = name === 'create' && handler === undefined ? { makes: makesOf(classes) } : {};
    return [{ method, path: ofOne ? one : '', handler, before, ...(ofOne && among && { among }), ...makes }];
  });
  const extra = classes.flatMap(({ members }) =>
    members.flatMap(({ name, value, decorators = [] }) => {
      const marked = [...decorators, ...(value?.kind === 'function' ? (value.decorators ?? []) : [])].find(
        (each) => each.kind === 'call' && symbolsOf(program, each.callee).some((symbol) => /\.decorators\.action$/.test(symbol)),
      );
      if (marked?.kind !== 'call' || value?.kind !== 'function') return [];
      const option = (wanted: string): Expression | undefined => marked.args.find((each) => each.name === wanted)?.value;
      const [detail, url] = [option('detail'), option('url_path')];
      const ofOne = detail?.kind === 'boolean' && detail.value;
      const path = `${ofOne ? one : ''}${url?.kind === 'string' ? url.value : name}/`;
      return (textsIn(option('methods')) ?? ['GET']).map((method) => ({
        method,
        path,
        handler: value,
        before,
        ...(ofOne && among && { among }),
      }));
    }),
  );
  return [...usual, ...extra].filter(({ method }) => admits(classes, method));
}
