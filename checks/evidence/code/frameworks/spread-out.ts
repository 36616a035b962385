// Arguments as they are handed over: `router.use(...guards)` hangs up each item of the list.
import type { CallExpression, Expression } from '../../../model.ts';
import { definitions } from '../definitions.ts';
import type { Program } from '../program.ts';

type Argument = CallExpression['args'][number];

/** A list that can't be followed stays one argument. */
export const spreadOut = (program: Program, args: readonly Argument[]): readonly Argument[] =>
  args.some(({ spread }) => spread === 'positional')
    ? args.flatMap((each): readonly Argument[] =>
        each.spread === 'positional' ? itemsOf(program, each.value, 4).map((value) => ({ value })) : [each],
      )
    : args;

function itemsOf(program: Program, list: Expression, depth: number): readonly Expression[] {
  if (list.kind === 'list') return list.items.flatMap((item) => (item.spread ? itemsOf(program, item.value, depth - 1) : [item.value]));
  if (depth === 0) return [list];
  const lists = definitions(program, list).flatMap(({ value, keys }) => (value.kind === 'list' && keys.length === 0 ? [value] : []));
  // Two lists under one name: which of them is meant nobody knows.
  const [only, ...others] = lists;
  return only !== undefined && others.length === 0 ? itemsOf(program, only, depth - 1) : [list];
}
