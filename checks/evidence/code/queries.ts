// Calls that ask a database, by the shape of their chains: Supabase, knex, Prisma, Mongo, TypeORM, Sequelize, Drizzle, SQL as text, SQLAlchemy, Django.
import type { CallExpression, DatabaseQuery, Expression } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import { callOf } from './found-call.ts';
import { madeRows } from './made-rows.ts';
import { ofCollection } from './mongo-collections.ts';
import type { Program } from './program.ts';
import { shaped, sqlText } from './query-shapes.ts';
import { stepsOf } from './query-steps.ts';
import { isNarrowedLater } from './query-words.ts';
import { serializerRows } from './serializer-rows.ts';

export function queriesOf(program: Program): readonly DatabaseQuery[] {
  return program.memory.once<readonly DatabaseQuery[]>('queries', program.files, [], () =>
    program.files.flatMap((file) => queriesOfFile(program, file)),
  );
}

/** What a file asks a database: a judge that wonders about one function need not wait for all of them. */
export function queriesOfFile(program: Program, file: IndexedFile): readonly DatabaseQuery[] {
  return program.memory.once<readonly DatabaseQuery[]>('queries of a file', file, [], () => {
    const inner = new Set<Expression>(file.calls.flatMap(({ callee }) => (callee.kind === 'member' ? [behindAwait(callee.object)] : [])));
    return file.calls.flatMap((node) => (inner.has(node) ? [] : (queryIn(program, node) ?? [])));
  });
}

const behindAwait = (node: Expression): Expression => (node.kind === 'await' ? behindAwait(node.value) : node);

function queryIn(program: Program, node: CallExpression): DatabaseQuery | undefined {
  const steps = stepsOf(node);
  if (steps.length === 0) return undefined;
  const found = sqlText(program, steps) ?? ofCollection(program, node, steps) ?? shaped(program, node, steps);
  if (found === undefined) {
    const rows = serializerRows(program, node);
    const shape = { does: 'insert', through: 'an ORM', everyColumn: false, bounded: true } as const;
    return rows.length === 0 ? undefined : { ...shape, call: callOf(program, node), steps, made: rows };
  }
  const bounded = found.bounded || isNarrowedLater(node);
  const made = found.does === 'insert' ? madeRows(program, node) : [];
  return { ...found, bounded, call: callOf(program, node), steps, made };
}
