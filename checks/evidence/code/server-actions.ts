// Functions that React lets pages call over the network: those of a file, or single ones, that say 'use server'.
import type { FilePlace, Statement } from '../../model.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';

/** One place for each directive. */
export const serverActionsOf = (program: Program): readonly FilePlace[] =>
  program.memory.once<readonly FilePlace[]>('server actions', program.files, [], () =>
    program.files.flatMap(({ source, functions }) =>
      source.language === 'python' ? [] : [source.body, ...functions.map(({ body }) => body)].flatMap(directiveOf),
    ),
  );

/** Directives stand before everything else. */
function directiveOf(body: readonly Statement[]): readonly FilePlace[] {
  for (const statement of body) {
    if (statement.kind !== 'expression' || statement.value.kind !== 'string') return [];
    if (statement.value.value === 'use server') return [placeOf(statement.value)];
  }
  return [];
}
