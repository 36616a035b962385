// Queries of Python mappers where the model itself asks and saves: `Plan.query.all()` of Flask-SQLAlchemy, `plan.save()` of Django, statements that aiosql reads.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

/** Symbols of what a class of the service inherits from the base of all models. */
const model =
  /^py:(?:flask_sqlalchemy\.SQLAlchemy\(\)\.Model|alchemical\.(?:\w+\.)?(?:Alchemical\(\)\.)?Model|sqlalchemy\.(?:orm|ext)\.[\w.]*(?:[Bb]ase)(?:\(\))?|django\.db\.models\.Model|django\.contrib\.auth\.(?:base_user|models)\.Abstract\w+|peewee\.Model|tortoise\.(?:models\.)?(?:models\.)?Model|mongoengine\.\w*Document|beanie\.Document)(?:\(\)){1,2}\.(\w+)(.*)$/;
const lazy = /^py:(?:tortoise|beanie|peewee)\b/;
const alchemyBase = /^py:(?:flask_sqlalchemy|sqlalchemy|alchemical)/;
const readers =
  /^(?:all|first|one|one_or_none|one_or_404|first_or_404|get|get_or_404|count|scalar|paginate|exists|scalars|values|yield_per)$/;
const narrowing =
  /^(?:filter|filter_by|where|limit|slice|paginate|first\w*|one\w*|get\w*|count|scalar|exists|join|outerjoin|having|with_\w+|from_statement)$/;

/** What `Model.query…`, `Model(…).save()` and the like do. */
export function records(
  program: Program,
  node: CallExpression,
  steps: readonly QueryStep[],
  symbols: readonly string[],
): Shape | undefined {
  const last = steps.at(-1)?.name ?? '';
  for (const symbol of symbols) {
    const stored = /^py:aiosql\.from_(?:path|str)\(\)\.(\w+)$/.exec(symbol)?.[1];
    if (stored !== undefined) return ofStored(stored);
    const method = /^py:fastcrud(?:\.\w+)*\.FastCRUD\(\)\.(\w+)$/.exec(symbol)?.[1];
    const made = method === undefined ? undefined : ofRepository(method);
    if (made) return made;
    const keyed = /^py:pynamodb\.(?:models\.Model|indexes\.\w*Index)(?:\(\)){0,2}\.(\w+)$/.exec(symbol)?.[1];
    const dynamo = keyed === undefined ? undefined : ofKeyed(program, node, keyed);
    if (dynamo) return dynamo;
    const [, member, rest = ''] = model.exec(symbol) ?? [];
    if (member === undefined) continue;
    if (member === 'query' && rest.startsWith('.') && alchemyBase.test(symbol)) return ofQuery(steps, last);
    const asked = lazy.test(symbol) ? ofChain(member, steps, last) : undefined;
    if (asked) return asked;
    const does = rest === '' ? ofMember(program, node, member) : undefined;
    if (does) return { does, through: 'an ORM', everyColumn: false, bounded: true };
  }
  return undefined;
}

/** FastCRUD: what it reads in numbers it reads page by page. */
function ofRepository(method: string): Shape | undefined {
  const does: Does | undefined = /^(?:get|exists|count)/.test(method)
    ? 'read'
    : method.startsWith('upsert')
      ? 'upsert'
      : method === 'create'
        ? 'insert'
        : method === 'update'
          ? 'update'
          : /^(?:db_)?delete$/.test(method)
            ? 'delete'
            : undefined;
  return does && { does, through: 'FastCRUD', everyColumn: false, bounded: true };
}

/** PynamoDB asks by a key, save where it scans a table from end to end. */
function ofKeyed(program: Program, { callee, args }: CallExpression, member: string): Shape | undefined {
  const reads = /^(?:get|query|scan|batch_get|count|exists)$/.test(member);
  const saved = member === 'save' && callee.kind === 'member' ? callee.object : undefined;
  const changes: Does | undefined = member === 'update' || member === 'delete' ? member : undefined;
  const writes: Does | undefined = saved ? (isMadeHere(program, saved) ? 'insert' : 'update') : changes;
  const does = reads ? 'read' : writes;
  const bounded = member !== 'scan' || args.some(({ name }) => name === 'limit');
  return does && { does, through: 'PynamoDB', everyColumn: false, bounded };
}

function ofQuery(steps: readonly QueryStep[], last: string): Shape | undefined {
  const does: Does | undefined = last === 'delete' || last === 'update' ? last : readers.test(last) ? 'read' : undefined;
  if (does === undefined) return undefined;
  const bounded = does !== 'read' || last !== 'all' || steps.some(({ name }) => narrowing.test(name));
  return { does, through: 'SQLAlchemy', everyColumn: false, bounded };
}

const begins =
  /^(?:all|filter|exclude|get|get_or_none|first|last|annotate|exists|in_bulk|earliest|latest|find|find_one|find_all|find_many|aggregate|count|select|get_by_id)$/;
const chosen =
  /^(?:filter|exclude|limit|first|last|get|get_or_none|exists|count|in_bulk|earliest|latest|find_one|where|aggregate|get_by_id|scalar|paginate)$/;

const goesOn =
  /^(?:order_by|offset|prefetch_related|select_related|values|values_list|distinct|only|to_list|using_db|group_by|update|delete|sort|skip|project|dicts|tuples|join|having|fetch_links|execute)$/;

/** `Plan.filter(…).order_by(…)` of Tortoise, `Plan.find(…).to_list()` of Beanie, `Plan.select().where(…)` of Peewee: awaited or looped over as it is. */
function ofChain(member: string, steps: readonly QueryStep[], last: string): Shape | undefined {
  if (!begins.test(member) || !steps.some(({ name }) => name === member) || !(begins.test(last) || chosen.test(last) || goesOn.test(last)))
    return undefined;
  const does: Does = last === 'update' ? 'update' : last === 'delete' ? 'delete' : 'read';
  const given = steps.some(({ name, args }) => /^find(?:_many)?$/.test(name) && args.length > 0);
  const bounded = does !== 'read' || given || steps.some(({ name }) => chosen.test(name));
  return { does, through: 'an ORM', everyColumn: false, bounded };
}

/** What is made here is inserted; what was found before is changed. */
function ofMember(program: Program, { callee }: CallExpression, member: string): Does | undefined {
  if (callee.kind !== 'member') return undefined;
  if (/^a?save$|^insert$/.test(member)) return isMadeHere(program, callee.object) ? 'insert' : 'update';
  if (/^(?:a?create|insert_many|bulk_create)$/.test(member)) return 'insert';
  if (/^get_or_create$|^update_or_create$/.test(member)) return 'upsert';
  // Of a model: only mappers that ask at once, none that build a question first.
  if (/^(?:get_or_none|aget|get_by_id)$/.test(member)) return 'read';
  return /^a?delete$/.test(member) ? 'delete' : undefined;
}

/** `Plan(…)`, or a name that holds one. */
function isMadeHere(program: Program, receiver: Expression): boolean {
  if (receiver.kind === 'await') return isMadeHere(program, receiver.value);
  if (receiver.kind === 'call') return entities(program, receiver.callee).some(({ kind }) => kind === 'class');
  if (receiver.kind !== 'name') return false;
  return bindingsOf(receiver.name, contextOf(receiver).scope).some(
    (binding) =>
      binding.kind === 'value' &&
      binding.keys.length === 0 &&
      binding.value.kind === 'call' &&
      entities(program, binding.value.callee).some(
        (each) => each.kind === 'class' || (each.kind === 'outside' && ofModel.test(each.symbol)),
      ),
  );
}

/** What a generic class holds of its model: `self.model(…)`. */
const ofModel = /^py:(?:tortoise|django|peewee|beanie|mongoengine)\b.*(?:Model|Document)\(\)$/;

/** A statement that stands in a file of its own says by its name what it does: `create_plan`, `get_plan_by_id`. */
function ofStored(name: string): Shape | undefined {
  const [verb = ''] = name.split('_');
  const does: Does | undefined = /^(?:create|insert|add|register|store|new|make)$/.test(verb)
    ? 'insert'
    : /^(?:upsert|merge)$/.test(verb)
      ? 'upsert'
      : /^(?:update|set|change|mark|rename)$/.test(verb)
        ? 'update'
        : /^(?:delete|remove|drop|clear|purge|unsubscribe|unfollow)$/.test(verb)
          ? 'delete'
          : /^(?:get|find|select|list|fetch|is|has|count|read|load|search|exists)$/.test(verb)
            ? 'read'
            : undefined;
  return does && { does, through: 'SQL', everyColumn: false, bounded: true };
}
