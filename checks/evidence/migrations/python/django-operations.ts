// Django's own operations → what each does to the database, and to what is known of the models.
import type { CallExpression, Expression, SqlAct } from '../../../model.ts';
import { addedField, alteredField, type Field, fieldOf } from './django-fields.ts';
import { given, isFalse, isTrue, lastName, textOf } from './facts.ts';

export interface Model {
  readonly table: string;
  readonly fields: Map<string, Field>;
  /** Nothing of it reaches the database: unmanaged, or a proxy. */
  readonly isElsewhere: boolean;
  readonly together: string;
}
export interface State {
  readonly app: string;
  readonly models: Map<string, Model>;
}

const silent =
  /^(?:AlterModelOptions|AlterModelManagers|AlterOrderWithRespectTo|AlterModelTableComment|AlterIndexTogether|RenameIndex|RemoveConstraint|AlterConstraint|RemoveIndex|RemoveIndexConcurrently|\w*Extension|CreateCollation|RemoveCollation)$/;

/** Undefined where it is none of Django's operations. */
export function databaseOperation(name: string, call: CallExpression, state: State): readonly SqlAct[] | undefined {
  if (silent.test(name)) return [];
  const of = operations[name];
  return of?.(call, state);
}

const word = (call: CallExpression, name: string, position: number): string => textOf(given(call, name, position), new Map()) ?? '?';
const key = (name: string): string => name.toLowerCase();

function modelAt(state: State, name: string): Model {
  const known = state.models.get(key(name));
  if (known) return known;
  const made = { table: `public.${state.app}_${key(name)}`, fields: new Map<string, Field>(), isElsewhere: false, together: '' };
  state.models.set(key(name), made);
  return made;
}

type Of = (call: CallExpression, state: State) => readonly SqlAct[];

/** An operation on the table of a model; nothing where the model is none of this database. */
const onModel =
  (argument: string, acts: (call: CallExpression, model: Model, state: State) => readonly SqlAct[]): Of =>
  (call, state) => {
    const model = modelAt(state, word(call, argument, 0));
    const done = acts(call, model, state);
    return model.isElsewhere ? [] : done;
  };

const operations: Readonly<Record<string, Of>> = {
  CreateModel: created,
  DeleteModel: onModel('name', (call, { table }, state) => {
    state.models.delete(key(word(call, 'name', 0)));
    return [{ does: 'drop-table', relation: table }];
  }),
  RenameModel: onModel('old_name', (call, model, state) => {
    const name = word(call, 'new_name', 1);
    const own = `public.${state.app}_${key(word(call, 'old_name', 0))}`;
    const table = model.table === own ? `public.${state.app}_${key(name)}` : model.table;
    state.models.set(key(name), { ...model, table });
    return table === model.table ? [] : [{ does: 'rename-table', relation: model.table, what: table }];
  }),
  AlterModelTable: onModel('name', (call, model, state) => {
    const table = textOf(given(call, 'table', 1), new Map());
    const name = table === undefined ? `public.${state.app}_${key(word(call, 'name', 0))}` : `public.${table}`;
    state.models.set(key(word(call, 'name', 0)), { ...model, table: name });
    return name === model.table ? [] : [{ does: 'rename-table', relation: model.table, what: name }];
  }),
  AddField: onModel('model_name', (call, { table, fields }) => {
    const [what, field] = [word(call, 'name', 1), fieldOf(given(call, 'field', 2))];
    if (field === undefined) return [];
    fields.set(what, field);
    return addedField(field, { relation: table, what });
  }),
  RemoveField: onModel('model_name', (call, { table, fields }) => {
    const what = word(call, 'name', 1);
    const isTable = fields.get(what)?.isManyToMany === true;
    fields.delete(what);
    return [isTable ? { does: 'drop-table', relation: `${table}_${what}` } : { does: 'drop-column', relation: table, what }];
  }),
  AlterField: onModel('model_name', (call, { table, fields }) => {
    const [what, field] = [word(call, 'name', 1), fieldOf(given(call, 'field', 2))];
    if (field === undefined) return [];
    const before = fields.get(what);
    fields.set(what, field);
    return before === undefined ? [] : alteredField(before, field, { relation: table, what });
  }),
  RenameField: onModel('model_name', (call, { table, fields }) => {
    const [what, now] = [word(call, 'old_name', 1), word(call, 'new_name', 2)];
    const field = fields.get(what);
    fields.delete(what);
    if (field) fields.set(now, field);
    return field?.isManyToMany ? [] : [{ does: 'rename-column', relation: table, what }];
  }),
  AddIndex: onModel('model_name', (call, { table }) => [{ does: 'create-index', relation: table, ...named(given(call, 'index', 1)) }]),
  AddIndexConcurrently: onModel('model_name', (call, { table }) => [
    { does: 'create-index', relation: table, concurrently: true, ...named(given(call, 'index', 1)) },
  ]),
  AddConstraint: onModel('model_name', (call, { table }) => constraint(given(call, 'constraint', 1), table)),
  AddConstraintNotValid: onModel('model_name', (call, { table }) =>
    constraint(given(call, 'constraint', 1), table).map((act) => ({ ...act, notValid: true })),
  ),
  ValidateConstraint: onModel('model_name', (call, { table }) => [
    { does: 'validate-constraint', relation: table, what: word(call, 'name', 1) },
  ]),
  AlterUniqueTogether: onModel('name', (call, model, state) => {
    const given_ = wordsIn(given(call, 'unique_together', 1));
    state.models.set(key(word(call, 'name', 0)), { ...model, together: given_ });
    return given_ === '' || given_ === model.together ? [] : [{ does: 'add-unique', relation: model.table, what: `of ${given_}` }];
  }),
};

function created(call: CallExpression, state: State): readonly SqlAct[] {
  const name = word(call, 'name', 0);
  const options = given(call, 'options', 2);
  const option = (each: string): Expression | undefined =>
    options?.kind === 'object' ? options.entries.find((entry) => isKey(entry.key, each))?.value : undefined;
  const table = textOf(option('db_table'), new Map())?.replaceAll('"', '');
  const fields = given(call, 'fields', 1);
  const model: Model = {
    table: `public.${table ?? `${state.app}_${key(name)}`}`,
    fields: new Map(fields?.kind === 'list' ? fields.items.flatMap(({ value }) => fieldIn(value)) : []),
    isElsewhere: isFalse(option('managed')) || isTrue(option('proxy')),
    together: wordsIn(option('unique_together')),
  };
  state.models.set(key(name), model);
  return model.isElsewhere ? [] : [{ does: 'create-table', relation: model.table }];
}

const isKey = (entry: string | Expression | undefined, name: string): boolean =>
  typeof entry === 'string' ? entry === name : entry?.kind === 'string' && entry.value === name;

/** `("title", models.CharField(max_length=80))`. */
function fieldIn(pair: Expression): readonly (readonly [string, Field])[] {
  const [name, made] = pair.kind === 'list' ? pair.items : [];
  const field = fieldOf(made?.value);
  return name?.value.kind === 'string' && field ? [[name.value.value, field]] : [];
}

const named = (made: Expression | undefined): Pick<SqlAct, 'what'> => {
  const name = made?.kind === 'call' ? textOf(given(made, 'name'), new Map()) : undefined;
  return name === undefined ? {} : { what: name };
};

function constraint(made: Expression | undefined, table: string): readonly SqlAct[] {
  const on = { relation: table, ...named(made) };
  switch (lastName(made)) {
    case 'CheckConstraint':
      return [{ does: 'add-check', ...on }];
    case 'UniqueConstraint':
      // With a condition or an expression it is an index.
      return [{ does: made?.kind === 'call' && given(made, 'condition') ? 'create-index' : 'add-unique', ...on }];
    case 'ExclusionConstraint':
      return [{ does: 'add-exclusion', ...on }];
    default:
      return [];
  }
}

/** The texts in a value, in order. */
function wordsIn(value: Expression | undefined): string {
  if (value?.kind === 'string') return value.value;
  if (value?.kind === 'list') return value.items.map((each) => wordsIn(each.value)).join(', ');
  return value?.kind === 'call' ? value.args.map((each) => wordsIn(each.value)).join(', ') : '';
}
