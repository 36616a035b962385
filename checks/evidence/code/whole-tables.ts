// Statements of SQLAlchemy that read a table from its first row to its last: `session.execute(select(Order)).scalars().all()`.
import { nodesIn } from '../../model/nodes.ts';
import type { CallExpression, Expression, FunctionExpression, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { bareValue } from './optional-conditions.ts';
import type { Program } from './program.ts';
import { stepsOf } from './query-steps.ts';

/** Steps that leave as many rows as there were. */
const harmless = /^(?:select|order_by|options|execution_options|unique)$/;
const takesAll = /^(?:all|fetchall)$/;
/** What else a result may be asked for, on the way to all of it. */
const onTheWay = /^(?:scalars|unique|mappings|tuples|all|fetchall)$/;

/** Whether the call that runs a statement surely asks for every row of it. `steps` are those of its whole chain. */
export function readsWholeTable(
  program: Program,
  node: CallExpression,
  steps: readonly QueryStep[],
  runs: QueryStep,
  statement: Expression,
): boolean {
  return hasNoBound(program, statement) && isTakenWhole(node, steps.slice(steps.indexOf(runs) + 1));
}

function hasNoBound(program: Program, statement: Expression): boolean {
  const built = statement.kind === 'name' ? (setOnce(statement) ?? bareValue(program, statement)) : statement;
  if (built?.kind !== 'call') return false;
  const steps = stepsOf(built);
  const [select] = steps;
  return (
    select?.name === 'select' && steps.every(({ name }) => harmless.test(name)) && select.args.length > 0 && select.args.every(isOfModel)
  );
}

/** `Order`, `Order.id`; a function of the database may make one row of all, and a named query has its own conditions. */
const isOfModel = (selected: Expression): boolean =>
  selected.kind === 'name' ? /^[A-Z]/.test(selected.name) : selected.kind === 'member' && isOfModel(selected.object);

/** A statement that is put together step by step may get its condition at any of them. */
function setOnce(name: Extract<Expression, { kind: 'name' }>): Expression | undefined {
  const [binding, ...others] = bindingsOf(name.name, contextOf(name).scope);
  return others.length === 0 && binding?.kind === 'value' && binding.keys.length === 0 ? binding.value : undefined;
}

function isTakenWhole(node: CallExpression, rest: readonly QueryStep[]): boolean {
  if (!rest.every(({ name }) => onTheWay.test(name))) return false;
  if (rest.some(({ name }) => takesAll.test(name))) return true;
  const { inFunction } = contextOf(node);
  const kept = inFunction && keptAs(node, inFunction);
  if (inFunction === undefined || kept === undefined) return false;
  const taken = nodesIn(inFunction.body).flatMap((each) => (each.kind === 'call' && headOf(each) === kept ? [stepsOf(each)] : []));
  return (
    taken.some((steps) => steps.some(({ name }) => takesAll.test(name))) &&
    taken.every((steps) => steps.every(({ name }) => onTheWay.test(name)))
  );
}

/** The only name that the result is given. */
function keptAs(node: CallExpression, code: FunctionExpression): string | undefined {
  for (const each of nodesIn(code.body)) {
    if (each.kind !== 'assignment' || each.value === undefined || each.target.kind !== 'bind') continue;
    const value = each.value.kind === 'await' ? each.value.value : each.value;
    if (value === node && bindingsOf(each.target.name, contextOf(node).scope).length === 1) return each.target.name;
  }
  return undefined;
}

function headOf(expression: Expression): string | undefined {
  let each = expression;
  while (each.kind === 'call' || each.kind === 'member') each = each.kind === 'call' ? each.callee : each.object;
  return each.kind === 'name' ? each.name : undefined;
}
