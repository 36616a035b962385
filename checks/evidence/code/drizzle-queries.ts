// Queries of Drizzle: `db.query.plans.findMany({ where })`, `db.select().from(plans)`, `db.insert(plans).values(input)`.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { doneBy } from './query-words.ts';

type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

/** `narrowed`: by a condition or a limit that stands in the chain. */
export function drizzle(steps: readonly QueryStep[], narrowed: boolean): Shape | undefined {
  return written(steps) ?? related(steps) ?? selected(steps, narrowed);
}

/** `db.insert(plans).values(input)`, `db.update(plans).set(input)`, `db.delete(plans).where(…)`: a table handed over by its name. */
function written(steps: readonly QueryStep[]): Shape | undefined {
  const at = steps.findIndex(
    ({ name, args, node }) =>
      /^(?:insert|update|delete)$/.test(name) && args.length === 1 && node.callee.kind === 'member' && isTable(args[0]),
  );
  const rest = steps.slice(at + 1).map(({ name }) => name);
  if (at < 0 || !rest.some((name) => /^(?:values|set|where)$/.test(name))) return undefined;
  const does = doneBy([steps[at]?.name ?? '', ...rest]);
  return does && { does, through: 'Drizzle', everyColumn: false, bounded: true };
}

/** `db.query.plans.findFirst({ where })`, with the rows that belong to them. */
function related(steps: readonly QueryStep[]): Shape | undefined {
  const found = steps.find(({ name, node: { callee } }) => {
    const table = callee.kind === 'member' ? callee.object : undefined;
    return /^find(?:Many|First)$/.test(name) && table?.kind === 'member' && table.object.kind === 'member' && table.object.name === 'query';
  });
  if (found === undefined) return undefined;
  const [options] = found.args;
  const keys = options?.kind === 'object' ? options.entries.map(({ key }) => key) : [];
  // Options that stand elsewhere may narrow.
  const bounded = found.name === 'findFirst' || keys.some((key) => key === 'where' || key === 'limit' || key === undefined);
  return { does: 'read', through: 'Drizzle', everyColumn: false, bounded: bounded || (options !== undefined && options.kind !== 'object') };
}

function selected(steps: readonly QueryStep[], narrowed: boolean): Shape | undefined {
  const names = steps.map(({ name }) => name);
  const select = steps.find(({ name }) => name === 'select');
  const from = steps.find(({ name, args }) => name === 'from' && isTable(args[0]));
  if (select === undefined || from === undefined || steps.indexOf(select) > steps.indexOf(from)) return undefined;
  // What `$dynamic()` gives is narrowed by whom it is handed to.
  const joined = names.some((name) => /join$|^\$dynamic$/i.test(name));
  return { does: 'read', through: 'Drizzle', everyColumn: false, bounded: narrowed || joined || isAggregate(select) };
}

const isTable = (given: Expression | undefined): boolean => given?.kind === 'name' || given?.kind === 'member';

/** `select({ total: count() })`: one row, however many there are. */
const isAggregate = (select: QueryStep): boolean =>
  select.args[0]?.kind === 'object' &&
  select.args[0].entries.some(({ value }) =>
    nodesIn(value).some(
      (each) =>
        (each.kind === 'call' && /^(?:count\w*|sum\w*|avg\w*|min|max)$/.test(lastName(each.callee) ?? '')) ||
        (each.kind === 'string' && /\b(?:count|sum|avg|min|max)\s*\(/i.test(each.value)),
    ),
  );
