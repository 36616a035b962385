// What an Alembic revision does to the database on the way up: the calls of `op`, of a batch and of the connection.
import type { CallExpression, Expression, FunctionExpression, SourceFile, Statement } from '../../../model.ts';
import { type Operation, operations } from './alembic-operations.ts';
import { add, addSql, callsIn, constantsIn, type Done, given, isCall, lastName, nothingDone, textOf } from './facts.ts';

interface Walk {
  readonly done: Done;
  readonly functions: ReadonlyMap<string, FunctionExpression>;
  /** Tables by the names of their batches. */
  readonly batches: ReadonlyMap<string, Expression | undefined>;
  readonly constants: ReadonlyMap<string, Expression>;
  readonly depth: number;
}

/** The statements of `upgrade`, all in the transaction that Alembic begins. */
export function alembicDone(source: SourceFile): Done {
  const done = nothingDone(source);
  const functions = new Map(source.body.flatMap((each) => (each.kind === 'function-definition' ? [[each.name, each.value] as const] : [])));
  const upgrade = functions.get('upgrade');
  if (upgrade === undefined) done.unread.add('a revision without an upgrade of its own');
  else {
    add(done, upgrade, { does: 'begin' });
    body(upgrade.body, { done, functions, batches: new Map(), constants: done.constants, depth: 3 });
  }
  return done;
}

function body(statements: readonly Statement[], walk: Walk): void {
  const own = { ...walk, constants: new Map([...walk.constants, ...constantsIn(statements)]) };
  for (const each of statements) one(each, own);
}

function one(statement: Statement, walk: Walk): void {
  switch (statement.kind) {
    case 'expression':
    case 'return':
    case 'assignment':
      if (statement.value) calls(statement.value, walk);
      return;
    case 'if':
      calls(statement.test, walk);
      body(statement.then, walk);
      body(statement.otherwise, walk);
      return;
    case 'loop':
      if (statement.over) calls(statement.over, walk);
      body(statement.body, walk);
      return;
    case 'try':
      for (const part of [statement.body, ...statement.handlers.map((each) => each.body), statement.otherwise, statement.cleanup])
        body(part, walk);
      return;
    case 'with':
      entered(statement, walk);
      return;
    case 'block':
      body(statement.body, walk);
      return;
    default:
  }
}

/** `with op.batch_alter_table("plans") as batch:`, `with op.get_context().autocommit_block():`. */
function entered(statement: Extract<Statement, { kind: 'with' }>, walk: Walk): void {
  const alone = statement.items.find(({ value }) => lastName(value) === 'autocommit_block')?.value;
  const batches = statement.items.flatMap(({ value, target }) =>
    isCall(value) && lastName(value) === 'batch_alter_table' && target?.kind === 'bind'
      ? [[target.name, given(value, 'table_name', 0)] as const]
      : [],
  );
  for (const { value } of statement.items) calls(value, walk);
  if (alone) add(walk.done, alone, { does: 'commit' });
  body(statement.body, { ...walk, batches: new Map([...walk.batches, ...batches]) });
  if (alone) add(walk.done, alone, { does: 'begin' });
}

/** Every call in an expression, innermost first. */
function calls(expression: Expression, walk: Walk): void {
  for (const call of callsIn(expression)) ran(call, walk);
}

function ran(call: CallExpression, walk: Walk): void {
  const { callee } = call;
  const { done, functions, batches, constants, depth } = walk;
  if (callee.kind === 'name') {
    const helper = functions.get(callee.name);
    if (helper && depth > 0) body(helper.body, { ...walk, depth: depth - 1 });
    return;
  }
  if (callee.kind !== 'member') return;
  const receiver = callee.object.kind === 'name' ? callee.object.name : undefined;
  if (/^(?:execute|exec_driver_sql)$/.test(callee.name)) {
    executed(call, walk);
    return;
  }
  const batch = receiver !== undefined && batches.has(receiver);
  const operation: Operation | undefined = operations[callee.name];
  if (!operation || !(batch || receiver === 'op')) return;
  const table = batch ? batches.get(receiver) : given(call, operation.tableName ?? 'table_name', operation.tableAt);
  const schema = textOf(given(call, 'schema') ?? given(call, 'source_schema'), constants);
  // In a batch the table is said once: what comes behind it moves up.
  const shift = batch && operation.tableAt !== undefined ? operation.tableAt : undefined;
  const at = (name: string, position: number): Expression | undefined =>
    given(call, name, shift !== undefined && position > shift ? position - 1 : position);
  const on = textOf(table, constants);
  const relation = on === undefined ? 'a table named at run time' : `${schema ?? 'public'}.${on}`;
  add(done, call, ...operation.acts({ call, at, relation, constants }));
}

/** `op.execute(…)`, `connection.execute(…)`: SQL as text, or a statement of SQLAlchemy. */
function executed(call: CallExpression, { done, constants }: Walk): void {
  const [first] = call.args;
  if (first === undefined) return;
  const statement = first.value.kind === 'name' ? (constants.get(first.value.name) ?? first.value) : first.value;
  const names = isCall(statement) ? chain(statement) : [];
  if (names.includes('delete') && !names.includes('where')) add(done, call, { does: 'delete', relation: 'a table', everyRow: true });
  if (names.some((name) => /^(?:insert|update|select|delete)$/.test(name))) return;
  addSql(done, first.value, constants);
}

/** The names that a chain of calls goes through. */
function chain(expression: Expression): readonly string[] {
  if (expression.kind === 'call') return chain(expression.callee);
  if (expression.kind === 'member') return [...chain(expression.object), expression.name];
  return expression.kind === 'name' ? [expression.name] : [];
}
