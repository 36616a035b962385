// A call in a loop over a list that stands in the source, as one call per item: `routes.forEach((each) => app.use(each.path, each.router))`.
import type { CallExpression, Expression, ObjectLiteral } from '../../../model.ts';
import { type Binding, contextOf, type Key, remember } from '../context.ts';
import { bindingsOf } from '../entities/entity.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';

const maxItems = 200;

/**
 * The call itself where it stands in no such loop, or nothing of the item is given to it. `isWanted` tells the methods that matter:
 * calls of others come back as they are.
 */
export function unrolled(program: Program, call: CallExpression, isWanted: (method: string) => boolean): readonly CallExpression[] {
  const { callee, args } = call;
  if (callee.kind === 'name' || (callee.kind === 'member' && !isWanted(callee.name))) return [call];
  const method = callee.kind === 'index' ? callee.index : undefined;
  const given = [...args.map(({ value }) => value), ...(method ? [method] : [])];
  const items = given
    .flatMap((each) => (each.kind === 'template' ? each.parts : [each]))
    .map(itemOf)
    .find((each) => each !== undefined);
  const listed = items && literalItems(program, items.over);
  if (items === undefined || listed === undefined) return [call];
  return listed.map((item): CallExpression => {
    const part = (value: Expression): Expression => {
      if (value.kind === 'template') return joined(program, value, value.parts.map(part));
      const from = itemOf(value);
      return from?.over === items.over ? (within(program, item, from.keys) ?? value) : value;
    };
    const name = method && part(method);
    return {
      ...call,
      callee: callee.kind === 'index' && name?.kind === 'string' ? { ...callee, kind: 'member', name: name.value } : callee,
      args: args.map((each) => ({ ...each, value: part(each.value) })),
    };
  });
}

interface FromItem {
  readonly over: Expression;
  readonly keys: readonly Key[];
}

function itemOf(value: Expression): FromItem | undefined {
  if (value.kind === 'member') {
    const owner = itemOf(value.object);
    return owner && { ...owner, keys: [...owner.keys, value.name] };
  }
  if (value.kind !== 'name') return undefined;
  const bindings = bindingsOf(value.name, contextOf(value).scope);
  const [binding, ...others] = bindings;
  if (binding === undefined || others.length === 0) return binding && handedOut(binding);
  // One loop after the other gives the same name: the nearest above counts.
  const loops = bindings.flatMap((each) => (each.kind === 'item' ? [each] : []));
  const above = loops.filter((each) => each.value.line <= value.line).toSorted((one, other) => other.value.line - one.value.line);
  return loops.length === bindings.length && above[0] ? handedOut(above[0]) : undefined;
}

/** A text with holes, all of which are texts now. */
function joined(program: Program, template: Expression, parts: readonly Expression[]): Expression {
  const texts = parts.flatMap((each) => {
    const value = each.kind === 'string' ? undefined : worth(program, each);
    if (each.kind === 'string') return [each.value];
    return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
  });
  if (texts.length < parts.length) return template;
  const text: Expression = { kind: 'string', value: texts.join(''), line: template.line, column: template.column };
  remember(text, contextOf(template));
  return text;
}

function handedOut(binding: Binding): FromItem | undefined {
  if (binding.kind === 'item') return { over: binding.value, keys: binding.keys };
  if (binding.kind !== 'parameter' || binding.index !== 0) return undefined;
  const around = contextOf(binding.code).around.at(-1);
  if (around?.callee.kind !== 'member' || !/^(?:forEach|map|flatMap)$/.test(around.callee.name)) return undefined;
  return around.args[0]?.value === binding.code ? { over: around.callee.object, keys: binding.keys } : undefined;
}

/** The items of a list that is written out in full, or the pairs or values of such a table: `ROUTERS.items()`. */
function literalItems(program: Program, over: Expression): readonly Expression[] | undefined {
  if (over.kind === 'call' && over.callee.kind === 'member' && /^(?:items|values)$/.test(over.callee.name) && over.args.length === 0) {
    const table = literalBehind(program, over.callee.object);
    if (table?.kind === 'object' && table.entries.length <= maxItems) return rowsOf(table, over.callee.name === 'items');
  }
  const found = entities(program, over);
  const [list] = found;
  if (found.length !== 1 || list?.kind !== 'literal' || list.value.kind !== 'list') return undefined;
  const { items } = list.value;
  if (items.length === 0 || items.length > maxItems || items.some(({ spread }) => spread === true)) return undefined;
  return items.map(({ value }) => value);
}

function rowsOf(table: ObjectLiteral, inPairs: boolean): readonly Expression[] | undefined {
  const rows = table.entries.flatMap(({ key, value }): readonly Expression[] => {
    if (!inPairs) return [value];
    const { line, column } = value;
    const name: Expression | undefined = typeof key === 'string' ? { kind: 'string', value: key, line, column } : key;
    if (name === undefined) return [];
    if (typeof key === 'string') remember(name, contextOf(value));
    return [{ kind: 'list', items: [{ value: name }, { value }], line, column }];
  });
  return rows.length === table.entries.length && rows.length > 0 ? rows : undefined;
}

function within(program: Program, item: Expression, keys: readonly Key[]): Expression | undefined {
  return keys.reduce<Expression | undefined>((current, key) => {
    if (current === undefined) return undefined;
    const known = current.kind === 'object' || current.kind === 'list' ? current : literalBehind(program, current);
    if (known?.kind === 'list') return typeof key === 'number' ? known.items[key]?.value : undefined;
    return known?.kind === 'object' ? known.entries.findLast((entry) => entry.key === key)?.value : undefined;
  }, item);
}

function literalBehind(program: Program, expression: Expression): Expression | undefined {
  const [found, ...others] = entities(program, expression);
  return found?.kind === 'literal' && others.length === 0 ? found.value : undefined;
}
