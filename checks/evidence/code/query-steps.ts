// The calls of a chain, from its start to its end.
import type { CallExpression, Expression, QueryStep } from '../../model.ts';

/** From the start of the chain to its end: `db.from('t').select('*')` is from, select. */
export function stepsOf(node: CallExpression): readonly QueryStep[] {
  const steps: QueryStep[] = [];
  let each: Expression = node;
  while (each.kind === 'call' || each.kind === 'member' || each.kind === 'await') {
    if (each.kind === 'call') {
      const callee: Expression = each.callee;
      const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name.replace(/^#/, '') : '';
      steps.unshift({ name, args: each.args.filter((argument) => argument.name === undefined).map(({ value }) => value), node: each });
      each = callee.kind === 'member' ? callee.object : callee.kind === 'call' ? callee : { ...callee, kind: 'null' };
    } else each = each.kind === 'member' ? each.object : each.value;
  }
  return steps;
}

/** What follows a question of a mapper: how the answer is to look, and what becomes of it. */
const following =
  /^(?:toArray|next|tryNext|then|catch|finally|populate|lean|exec|sort|select|limit|skip|session|maxTimeMS|orFail|hint|collation|allowDiskUse)$/;
const asking =
  /^(?:find\w*|aggregate|count(?:Documents)?|create|createMany|bulkCreate|insertMany|insertOne|update|update(?:One|Many)|delete(?:One|Many)|destroy|save|upsert)$/;

/** `find({ … }).sort(…).toArray()` of MongoDB is asked by find, `findOne({ … }).then(…)` by findOne; else the last step asks. */
export function cursorOf(steps: readonly QueryStep[]): QueryStep | undefined {
  const last = steps.at(-1);
  if (!last || !following.test(last.name)) return last;
  return steps.findLast(({ name }) => asking.test(name)) ?? last;
}
