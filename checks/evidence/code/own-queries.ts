// Libraries whose handle is the query: tags of SQL (postgres.js, Neon, Vercel), knex asked without a table first, Objection's models.
import type { CallExpression, DatabaseQuery, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { doneBy } from './query-words.ts';

type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const tag =
  /^npm:(?:postgres\(\)|@neondatabase\/serverless\.neon\(\)|@vercel\/postgres\.sql|@vercel\/postgres\.\w+\(\)\.sql|bun\.(?:sql|SQL\(\)))$/;

/** ``sql`select …` ``: the tag asks by itself. */
export const isSqlTag = (program: Program, { callee, args }: CallExpression): boolean =>
  /^(?:string|template)$/.test(args[0]?.value.kind ?? '') && symbolsOf(program, callee).some((symbol) => tag.test(symbol));

const knex = /^npm:knex\(\)(?:\(\)|\.(?:select|column|columns|distinct|from|table|into|insert|with\w*|max|min|sum|avg|count|first)\b)/;

/** `knex('plans').select('id')`, `knex.select('id').from('plans')`. */
export function ofKnex(steps: readonly QueryStep[], symbols: readonly string[]): Shape | undefined {
  const [first] = steps;
  if (!symbols.some((symbol) => knex.test(symbol)) && !(first?.node.callee.kind === 'name' && symbols.includes('npm:knex()')))
    return undefined;
  const names = steps.map(({ name }) => name);
  const [columns] = steps.find(({ name }) => name === 'select')?.args ?? [];
  return {
    does: doneBy(names) ?? 'read',
    through: 'knex',
    everyColumn: columns?.kind === 'string' && columns.value === '*',
    bounded: true,
  };
}

const model = /^npm:objection\.Model(?:\(\))*\.query\b/;
const writes: readonly (readonly [DatabaseQuery['does'], RegExp])[] = [
  ['upsert', /^upsertGraph/],
  ['insert', /^insert/],
  ['update', /^(?:patch|update|increment|decrement)/],
  ['delete', /^delete/],
];

/** `Plan.query()`, `Plan.query().findById(id)`, `Plan.query().insert(input)`. */
export function ofObjection(
  node: CallExpression,
  steps: readonly QueryStep[],
  symbols: readonly string[],
  narrowed: boolean,
): Shape | undefined {
  const names = steps.map(({ name }) => name);
  // What is called on a row that was found before asks by itself, or asks nothing.
  if (!names.includes('query') || !symbols.some((symbol) => model.test(symbol))) return undefined;
  const does = writes.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? 'read';
  // A builder that is handed on may be narrowed there.
  const bounded =
    narrowed ||
    does !== 'read' ||
    contextOf(node).awaited !== true ||
    names.some((name) => /^(?:find\w*|where\w*|page|first|resultSize)$/.test(name));
  return { does, through: 'an ORM', everyColumn: false, bounded };
}
