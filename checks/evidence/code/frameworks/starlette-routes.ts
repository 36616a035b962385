// Starlette's lists of routes: classes whose methods answer, and what `Mount` puts before a list that stands elsewhere.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { definitions } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { lineage, memberIn } from './django-views.ts';
import { joinPaths, textOf } from './hangings.ts';
import { functionsIn } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** `Route('/plans', plans)`, `Route('/plans', PlansEndpoint)`; `methods` are those the call names. */
export function starletteRoutes(program: Program, call: CallExpression, path: string, methods: readonly string[]): readonly ListedRoute[] {
  const given = call.args.find(({ name }) => name === 'endpoint')?.value ?? call.args[1]?.value;
  const whole = `${prefixOf(program, call)}${path}`;
  const listed = { path: whole, framework: 'starlette', node: call };
  const endpoint = given && endpointOf(program, given);
  if (endpoint === undefined)
    return methods.map((method) => ({ ...listed, method, handler: given && functionsIn(program, given).at(-1), before: [] }));
  return answering(program, endpoint).map((each) => ({ ...listed, ...each }));
}

type Answering = Pick<ListedRoute, 'method' | 'before'> & { readonly handler: FunctionExpression };

/** The methods of a class that answer, each with what runs before it. */
function answering(program: Program, endpoint: ClassExpression): readonly Answering[] {
  const classes = lineage(program, endpoint);
  // What the class does before it picks the method: who is asking is found out there.
  const dispatch = memberIn(classes, 'dispatch');
  return verbs.flatMap((verb): readonly Answering[] => {
    const handler = memberIn(classes, verb);
    if (handler?.kind !== 'function') return [];
    return [{ method: verb.toUpperCase(), handler, before: [...(handler.decorators ?? []), ...(dispatch ? [dispatch] : [])] }];
  });
}

/** Classes that say their address themselves, where routes are made of what a loop finds: `path = "/plans"` and `Route(each.path, each)`. */
export function selfAddressed(program: Program, file: IndexedFile): readonly ListedRoute[] {
  if (file.source.language !== 'python' || file.classes.length === 0 || !makesRoutesBlindly(program)) return [];
  return file.classes.flatMap((code) => {
    const path = code.members.find(({ name }) => name === 'path')?.value;
    if (path?.kind !== 'string' || !isEndpoint(program, code)) return [];
    return answering(program, code).map((each) => ({
      ...each,
      path: joinPaths('/?', path.value),
      framework: 'starlette',
      node: each.handler,
    }));
  });
}

/** Some route is given an endpoint that nobody could follow. */
const makesRoutesBlindly = (program: Program): boolean =>
  program.memory.once('routes made blindly', program.files, false, () =>
    program.files.some(
      ({ source, calls }) =>
        source.language === 'python' &&
        calls.some((call) => {
          if (!symbolsOf(program, call.callee).includes('py:starlette.routing.Route')) return false;
          const given = call.args.find(({ name }) => name === 'endpoint')?.value ?? call.args[1]?.value;
          return given !== undefined && endpointOf(program, given) === undefined && functionsIn(program, given).length === 0;
        }),
    ),
  );

/** A class of the service whose methods answer. */
function endpointOf(program: Program, given: Expression): ClassExpression | undefined {
  const classes = entities(program, given).flatMap((each) => (each.kind === 'class' ? [each.code] : []));
  return classes.find((code) => isEndpoint(program, code));
}

const isEndpoint = (program: Program, code: ClassExpression): boolean =>
  lineage(program, code).some(({ bases }) =>
    bases.some((base) => symbolsOf(program, base).includes('py:starlette.endpoints.HTTPEndpoint')),
  );

const isMount = (program: Program, call: CallExpression): boolean =>
  symbolsOf(program, call.callee).some((symbol) => /^py:(?:starlette|fastapi)\.routing\.Mount$/.test(symbol));
const mounted = (call: CallExpression): Expression | undefined => call.args.find(({ name }) => name === 'routes')?.value;

/** What stands before a listed route: by the list it is found in from an application on, else by the calls round it. */
function prefixOf(program: Program, call: CallExpression): string {
  const found = prefixes(program).get(call);
  if (found !== undefined) return found;
  return contextOf(call)
    .around.map((each) => (isMount(program, each) ? (textOf(program, each.args[0]?.value ?? each) ?? '') : ''))
    .join('');
}

function prefixes(program: Program): ReadonlyMap<Expression, string> {
  return program.memory.once<Map<Expression, string>>('prefixes of listed routes', program.files, new Map(), () => {
    const found = new Map<Expression, string>();
    for (const { source, calls } of program.files) {
      if (source.language !== 'python') continue;
      for (const call of calls) {
        const routes = mounted(call);
        if (routes !== undefined && !isMount(program, call)) visit(program, routes, '', found, 8);
      }
    }
    return found;
  });
}

function visit(program: Program, list: Expression, prefix: string, found: Map<Expression, string>, depth: number): void {
  if (depth === 0) return;
  if (list.kind === 'binary' && list.operator === '+') {
    visit(program, list.left, prefix, found, depth - 1);
    visit(program, list.right, prefix, found, depth - 1);
  } else if (list.kind === 'list') {
    for (const { value } of list.items) {
      const inner = value.kind === 'call' && isMount(program, value) ? mounted(value) : undefined;
      if (value.kind === 'call' && inner)
        visit(program, inner, joinPaths(prefix, textOf(program, value.args[0]?.value ?? value) ?? '?'), found, depth - 1);
      else if (value.kind === 'call') found.set(value, found.get(value) ?? prefix);
      else visit(program, value, prefix, found, depth - 1);
    }
  } else if (list.kind === 'name' || list.kind === 'member') {
    for (const { value, keys } of definitions(program, list)) if (keys.length === 0) visit(program, value, prefix, found, depth - 1);
  }
}
