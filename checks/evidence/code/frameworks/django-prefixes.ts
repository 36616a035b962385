// What stands before the addresses of a Django URL module: where it is included, and where that is.
import type { CallExpression, ClassExpression, Expression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { listPrefixes } from './django-lists.ts';

interface Included {
  readonly prefix: string;
  readonly by: string;
}

/** Prefixes of a file's addresses, without a slash in front; `['']` for one that nothing includes. */
export function djangoPrefixes(program: Program, path: string, depth = 4): readonly string[] {
  const found = depth === 0 ? [] : (included(program).get(path) ?? []);
  if (found.length === 0) return [''];
  return found.flatMap(({ prefix, by }) => djangoPrefixes(program, by, depth - 1).map((outer) => `${outer}${prefix}`)).slice(0, 4);
}

function included(program: Program): ReadonlyMap<string, readonly Included[]> {
  return program.memory.once<ReadonlyMap<string, readonly Included[]>>('django includes', program.files, new Map(), () => {
    const found = new Map<string, Included[]>();
    for (const file of program.files) {
      for (const call of file.calls) {
        const [first, second] = call.args;
        if (first?.value.kind !== 'string' || second?.value.kind !== 'call') continue;
        if (!symbolsOf(program, call.callee).some((symbol) => /^py:django\.(?:urls|conf\.urls)\.(?:path|re_path|url)$/.test(symbol)))
          continue;
        for (const path of filesOf(program, second.value)) {
          const known = found.get(path) ?? [];
          const own = first.value.value.replace(/^\^|\$$/g, '');
          const hung = listPrefixes(program, call).map((outer) => ({ prefix: `${outer}${own}`, by: file.source.path }));
          found.set(path, [...known, ...hung]);
        }
      }
    }
    return found;
  });
}

/** `include('plans.urls')`, `include(plans.urls)`, `include(('plans.urls', 'plans'), namespace='x')`. */
function filesOf(program: Program, call: CallExpression): readonly string[] {
  if (!symbolsOf(program, call.callee).some((symbol) => /^py:django\.(?:urls|conf\.urls)\.include$/.test(symbol))) return [];
  const given = call.args[0]?.value;
  const inner = given?.kind === 'list' ? given.items[0]?.value : given;
  if (inner === undefined) return [];
  if (inner.kind === 'string') {
    const target = program.resolveModule(contextOf(call).file.source.path, inner.value, 'python');
    return target.kind === 'file' ? [target.path] : [];
  }
  return entities(program, inner).flatMap((each) => (each.kind === 'module' ? [each.path] : []));
}

/** What stands before what a router of REST framework registers: where its `urls` are included, else where it stands itself. */
export function routerPrefixes(program: Program, router: Expression, path: string): readonly string[] {
  const made = routersIn(program, router);
  const found = routersIncluded(program).filter(({ router: included }) => made.includes(included));
  return found.length === 0
    ? djangoPrefixes(program, path)
    : found.flatMap(({ prefix, by }) => djangoPrefixes(program, by).map((outer) => `${outer}${prefix}`)).slice(0, 4);
}

type Router = CallExpression | ClassExpression;

/** The calls that made a router; for one of a class of the service's own, which is made once, that class. */
const routersIn = (program: Program, router: Expression): readonly Router[] =>
  entities(program, router).flatMap((each): readonly Router[] => {
    if (each.kind === 'instance') return [each.of];
    return each.kind === 'outside' && each.made ? [each.made] : [];
  });

function routersIncluded(program: Program): readonly (Included & { readonly router: Router })[] {
  return program.memory.once<readonly (Included & { readonly router: Router })[]>('router includes', program.files, [], () =>
    program.files.flatMap((file) =>
      file.calls.flatMap((call) => {
        const { args, callee } = call;
        const [first, second] = args;
        if (first?.value.kind !== 'string' || second?.value.kind !== 'call') return [];
        const given = second.value.args[0]?.value;
        const inner = given?.kind === 'list' ? given.items[0]?.value : given;
        if (inner?.kind !== 'member' || inner.name !== 'urls') return [];
        if (!symbolsOf(program, callee).some((symbol) => /^py:django\.(?:urls|conf\.urls)\.(?:path|re_path|url)$/.test(symbol))) return [];
        const own = first.value.value.replace(/^\^|\$$/g, '');
        const hung = listPrefixes(program, call);
        return routersIn(program, inner.object).flatMap((router) =>
          hung.map((outer) => ({ prefix: `${outer}${own}`, by: file.source.path, router })),
        );
      }),
    ),
  );
}
