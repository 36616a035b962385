// Lists of addresses that a Django file includes itself: `v1 = [path("plans/", …)]` and `path("api/v1/", include(v1))`.
import type { CallExpression, Expression } from '../../../model.ts';
import { definitions } from '../definitions.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

const adds = /^py:django\.(?:urls|conf\.urls)\.(?:path|re_path|url)$/;

/** What stands before an address because of the list it is in; `['']` for one that is in none, or in the file's own. */
export function listPrefixes(program: Program, call: CallExpression, depth = 3): readonly string[] {
  const found = depth === 0 ? [] : (listed(program).get(call) ?? []);
  if (found.length === 0) return [''];
  return found
    .flatMap(({ prefix, by }) => (by === undefined ? [prefix] : listPrefixes(program, by, depth - 1).map((outer) => `${outer}${prefix}`)))
    .slice(0, 4);
}

interface Listed {
  readonly prefix: string;
  /** The address that includes the list. */
  readonly by: CallExpression | undefined;
}

function listed(program: Program): ReadonlyMap<CallExpression, readonly Listed[]> {
  return program.memory.once<ReadonlyMap<CallExpression, readonly Listed[]>>('django lists', program.files, new Map(), () => {
    const found = new Map<CallExpression, Listed[]>();
    for (const { source, calls } of program.files) {
      if (source.language !== 'python') continue;
      for (const call of calls) {
        const [first, second] = call.args;
        const list = second?.value.kind === 'call' ? includedList(second.value) : undefined;
        if (first?.value.kind !== 'string' || list === undefined) continue;
        if (!symbolsOf(program, call.callee).some((symbol) => adds.test(symbol))) continue;
        const own = list.kind === 'name' && list.name === 'urlpatterns';
        for (const item of itemsOf(program, list)) {
          if (item === call) continue;
          const others = found.get(item) ?? [];
          const prefix = first.value.value.replace(/^\^|\$$/g, '');
          found.set(item, [...others, { prefix, by: call }, ...(own ? [{ prefix: '', by: undefined }] : [])]);
        }
      }
    }
    return found;
  });
}

/** `include(v1)`, `include((v1, "plans"))`, `include([path(…)])`. */
function includedList({ callee, args }: CallExpression): Expression | undefined {
  if ((callee.kind !== 'name' && callee.kind !== 'member') || callee.name !== 'include') return undefined;
  const given = args[0]?.value;
  if (given?.kind === 'name') return given;
  if (given?.kind !== 'list') return undefined;
  const [head] = given.items;
  return head?.value.kind === 'name' && given.items.length <= 2 && given.items.slice(1).every(({ value }) => value.kind === 'string')
    ? head.value
    : given;
}

function itemsOf(program: Program, list: Expression): readonly CallExpression[] {
  const lists =
    list.kind === 'list'
      ? [list]
      : definitions(program, list).flatMap(({ value, keys }) => (keys.length === 0 && value.kind === 'list' ? [value] : []));
  return lists.flatMap(({ items }) => items.flatMap(({ value }) => (value.kind === 'call' ? [value] : [])));
}
