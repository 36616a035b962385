// What a chain of calls does to a database, by its shape.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import { alchemy } from './alchemy-queries.ts';
import { drizzle } from './drizzle-queries.ts';
import { elastic } from './elastic-queries.ts';
import { symbolsOf } from './entities.ts';
import { kysely } from './kysely-queries.ts';
import { isPrisma, modelMethod, orm, ormRoot } from './orm-queries.ts';
import { isSqlTag, ofKnex, ofObjection } from './own-queries.ts';
import type { Program } from './program.ts';
import { cursorOf } from './query-steps.ts';
import { doneBy, filters, limits } from './query-words.ts';
import { records } from './record-queries.ts';
import { isOfIndex } from './sequelize-index.ts';
import { worth } from './values.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const runners =
  /^(?:query|execute|raw|unsafe|fetch|fetchrow|fetchval|fetch_all|fetch_one|fetchall|executemany|all|get|run|one|oneOrNone|many|manyOrNone|any|none|exec|\$queryRaw|\$executeRaw|\$queryRawUnsafe|execute_sql|read_sql|read_sql_query)$/;
/** Names that a service gives its own helpers: what they are given has to be a whole statement. */
const ownRunners =
  /^(?:prepare|first|mutate|select\w*|insert\w*|update\w*|delete\w*|modify|statement|rows?|scalar|iterate|pluck|(?:exec|query|run|fetch|get|find|all)[A-Z_]\w*)$/;
const whole = /^\s*(?:select\b[\s\S]+\bfrom\b|insert\s+(?:or\s+\w+\s+)?into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\b)/i;
const verb = /^\s*(?:--[^\n]*\n\s*)*(select|insert|update|delete|with|replace)\b/i;

export function sqlText(program: Program, steps: readonly QueryStep[]): Shape | undefined {
  for (const { name, args, node } of steps) {
    const [first] = args;
    const isOwn = ownRunners.test(name) && !runners.test(name);
    if (first === undefined || (!isOwn && !runners.test(name) && !isSqlTag(program, node))) continue;
    const text = textOf(program, first.kind === 'call' && first.args[0] ? first.args[0].value : first);
    if (isOwn && !whole.test(text ?? '')) continue;
    const word = text === undefined ? undefined : verb.exec(text)?.[1]?.toLowerCase();
    if (text === undefined || word === undefined) continue;
    const does: Does =
      word === 'insert'
        ? /on\s+conflict|on\s+duplicate\s+key|insert\s+or\s+(?:ignore|replace)/i.test(text)
          ? 'upsert'
          : 'insert'
        : word === 'update' || word === 'delete'
          ? word
          : word === 'replace'
            ? 'upsert'
            : 'read';
    return {
      does,
      through: 'SQL',
      everyColumn: /^\s*select\s+(?:\w+\.)?\*\s/i.test(text) && !/^\s*select\s+\*\s+from\s*\(/i.test(text),
      // What is put in may be the condition.
      bounded:
        does !== 'read' ||
        text.includes(' ? ') ||
        // What a database and its migrations keep of themselves is small.
        /migrations?\b|information_schema|\bpg_\w+|sqlite_master/i.test(text) ||
        !/\bfrom\b/i.test(text) ||
        /\b(?:limit|where|fetch\s+(?:first|next)|exists|top\s+\d+)\b|\b(?:count|max|min|sum|avg)\s*\(/i.test(text) ||
        /^\s*with\b/i.test(text),
    };
  }
  return undefined;
}

function textOf(program: Program, expression: Expression): string | undefined {
  const value = worth(program, expression);
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  return value.kind === 'text' ? value.parts.map((part) => (part.kind === 'literal' ? String(part.value) : ' ? ')).join('') : undefined;
}

export function shaped(program: Program, node: CallExpression, steps: readonly QueryStep[]): Shape | undefined {
  const names = steps.map(({ name }) => name);
  const step = (name: string): QueryStep | undefined => steps.find((each) => each.name === name);
  const filtered = names.some((name) => filters.has(name));
  const limited = names.some((name) => limits.has(name));
  const table = step('from') ?? step('table') ?? step('from_');
  const symbols = symbolsOf(program, node.callee);
  if (
    table?.args[0]?.kind === 'string' ||
    (table &&
      names.indexOf(table.name) < names.findIndex((name) => /^(?:select|insert|upsert|update|delete)$/.test(name)) &&
      table.args.length === 1)
  ) {
    const does = doneBy(names);
    if (does === undefined || (names.indexOf('select') >= 0 && names.indexOf(table.name) > names.indexOf('select')))
      return ofKnex(steps, symbols);
    const [columns, options] = step('select')?.args ?? [];
    const head = options?.kind === 'object' && options.entries.some(({ key }) => key === 'head');
    return {
      does,
      through: 'a query builder',
      everyColumn: does === 'read' && !head && (columns === undefined || (columns.kind === 'string' && columns.value.trim() === '*')),
      bounded: does !== 'read' || filtered || limited || head,
    };
  }
  const own = ofKnex(steps, symbols) ?? ofObjection(node, steps, symbols, filtered || limited);
  if (own) return own;
  if (hasObjects(node)) {
    const last = names.find((name) =>
      /^(?:create|bulk_create|get_or_create|update_or_create|acreate|update|delete|abulk_create)$/.test(name),
    );
    return {
      does:
        last === undefined
          ? 'read'
          : /^(?:get_or|update_or)/.test(last)
            ? 'upsert'
            : /create/.test(last)
              ? 'insert'
              : last === 'delete'
                ? 'delete'
                : 'update',
      through: 'Django',
      everyColumn: false,
      bounded: true,
    };
  }
  const searched = elastic(node, symbols);
  if (searched) return searched;
  const ends = cursorOf(steps);
  const asked = ends && ends.node !== node ? symbolsOf(program, ends.node.callee) : symbols;
  if (
    ends &&
    modelMethod.test(ends.name) &&
    (asked.some((symbol) => ormRoot.test(symbol)) || isPrisma(ends.node) || isOfIndex(program, ends.node))
  ) {
    const found = orm(program, ends, asked);
    return found && { ...found, bounded: found.bounded || (ends !== steps.at(-1) && (limited || filtered)) };
  }
  const written = kysely(steps) ?? drizzle(steps, filtered || limited);
  if (written) return written;
  return records(program, node, steps, symbols) ?? alchemy(program, node, steps, symbols, filtered, limited);
}

const hasObjects = (node: Expression): boolean =>
  node.kind === 'call' ? hasObjects(node.callee) : node.kind === 'member' ? node.name === 'objects' || hasObjects(node.object) : false;
