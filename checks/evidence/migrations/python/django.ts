// What the migrations of a Django app do to the database, in order: a field that is altered is held against what it was.
import type { CallExpression, ClassExpression, Expression, SourceFile } from '../../../model.ts';
import { databaseOperation, type Model, type State } from './django-operations.ts';
import { add, addSql, callsIn, type Done, given, isCall, isFalse, lastName, nothingDone } from './facts.ts';

/** One file after the other; give them in the order they are applied in. `app` names the tables. */
export function djangoReader(app: string): (source: SourceFile) => Done {
  const state: State = { app, models: new Map<string, Model>() };
  return (source) => {
    const done = nothingDone(source);
    const migration = source.body.find((each) => each.kind === 'class-definition' && each.name === 'Migration');
    if (migration?.kind !== 'class-definition') {
      done.unread.add('a migration without a class of that name');
      return done;
    }
    if (!isFalse(memberOf(migration.value, 'atomic'))) add(done, migration, { does: 'begin' });
    for (const each of listed(memberOf(migration.value, 'operations'), done)) operation(each, { state, done, source });
    return done;
  };
}

const memberOf = (code: ClassExpression, name: string): Expression | undefined => code.members.find((each) => each.name === name)?.value;

/** The items of a list, also through a name and a sum. */
function listed(expression: Expression | undefined, done: Done, depth = 4): readonly Expression[] {
  if (expression?.kind === 'list') return expression.items.flatMap(({ value, spread }) => (spread ? listed(value, done, depth) : [value]));
  if (depth > 0 && expression?.kind === 'binary' && expression.operator === '+')
    return [expression.left, expression.right].flatMap((each) => listed(each, done, depth - 1));
  const known = expression?.kind === 'name' ? done.constants.get(expression.name) : undefined;
  if (known !== undefined && depth > 0) return listed(known, done, depth - 1);
  if (expression !== undefined) done.unread.add('operations that are put together at run time');
  return [];
}

interface Reading {
  readonly state: State;
  readonly done: Done;
  readonly source: SourceFile;
}

function operation(expression: Expression, reading: Reading): void {
  const { done } = reading;
  if (!isCall(expression)) {
    done.unread.add('an operation that is put together at run time');
    return;
  }
  const name = lastName(expression.callee) ?? '';
  switch (name) {
    case 'SeparateDatabaseAndState':
      separate(expression, reading);
      return;
    case 'RunPython':
      ranPython(expression, reading);
      return;
    case 'RunSQL':
      ranSql(expression, done);
      for (const each of listed(given(expression, 'state_operations', 2), done)) inStateOnly(each, reading);
      return;
    default: {
      const acts = databaseOperation(name, expression, reading.state);
      if (acts === undefined) done.unread.add(`the operation ${name}, which is none of Django's`);
      else add(done, expression, ...acts);
    }
  }
}

function separate(call: CallExpression, reading: Reading): void {
  // What is done to the database knows the state from before; the state is what is written down beside it.
  const before: State = { app: reading.state.app, models: new Map(reading.state.models) };
  for (const each of listed(given(call, 'database_operations', 0), reading.done)) operation(each, { ...reading, state: before });
  for (const each of listed(given(call, 'state_operations', 1), reading.done)) inStateOnly(each, reading);
}

function inStateOnly(expression: Expression, { state }: Reading): void {
  if (isCall(expression)) databaseOperation(lastName(expression.callee) ?? '', expression, state);
}

function ranSql(call: CallExpression, done: Done): void {
  const sql = given(call, 'sql', 0);
  for (const each of sql?.kind === 'list' ? sql.items.map(({ value }) => value) : sql ? [sql] : []) {
    if (lastName(each) === 'noop') continue;
    // A statement with its parameters.
    const text = each.kind === 'list' ? each.items[0]?.value : each;
    if (text) addSql(done, text);
  }
}

/** Code of the project's own: whether it can be undone, and whether it deletes all rows of a model. */
function ranPython(call: CallExpression, { done, source }: Reading): void {
  const code = given(call, 'code', 0);
  const name = lastName(code);
  if (given(call, 'reverse_code', 1) === undefined && name !== 'noop')
    add(done, call, { does: 'irreversible', ...(name === undefined ? {} : { what: name }) });
  const own = source.body.find((each) => each.kind === 'function-definition' && each.name === name);
  if (own === undefined) return;
  for (const each of callsIn(own)) {
    const inner = each.callee.kind === 'member' && each.callee.name === 'delete' ? each.callee.object : undefined;
    if (!isCall(inner) || inner.callee.kind !== 'member' || inner.callee.name !== 'all') continue;
    const owner = inner.callee.object.kind === 'member' ? lastName(inner.callee.object.object) : undefined;
    add(done, each, { does: 'delete', relation: owner ?? 'a table', everyRow: true });
  }
}
