// What an error class of the service's own keeps of a foreign error it was made from: `this.details = cause`.
import type { ClassExpression, Expression, Source } from '../../model.ts';
import { contextOf } from './context.ts';
import { ofMember } from './definitions.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import { deeper, type Trail } from './source-trail.ts';

/** What a field of a caught error holds of other errors; none where no class that may be caught keeps one there. */
export function keptIn(program: Program, source: Source, field: string, trail: Trail): readonly Source[] {
  if (source.kind !== 'exception' || source.part !== 'whole' || field === 'message' || field === 'stack') return [];
  return ownErrors(program)
    .filter((code) => mayBe(program, source, code))
    .flatMap((code) => ofMember(program, { kind: 'instance', of: code }, field))
    .filter(({ value }) => isMadeWith(value))
    .flatMap(({ value, keys }) => trail.inside(program, value, keys, deeper(trail)))
    .filter(({ kind }) => kind === 'exception');
}

/** What somebody sets later is in some of them only. */
function isMadeWith(value: Expression): boolean {
  const { inFunction, inClass } = contextOf(value);
  return (
    inFunction === undefined ||
    inClass?.members.some((each) => each.value === inFunction && /^(?:constructor|__init__)$/.test(each.name)) === true
  );
}

/** Whether what is caught may be of the class, as far as the handler and the tests around it name classes. */
function mayBe(program: Program, { types, own = [], guards = [] }: Extract<Source, { kind: 'exception' }>, code: ClassExpression): boolean {
  const tested = guards.flatMap(({ test, holds }) =>
    holds && test.kind === 'binary' && test.operator === 'instanceof' ? entities(program, test.right) : [],
  );
  if (tested.length > 0) return tested.some((each) => each.kind === 'class' && isA(program, code, each.code));
  if (own.length > 0) return own.some((name) => name === code.name);
  return types.length === 0 || types.some((type) => /^(?:py:(?:Base)?Exception|\?.*|js:Error)$/.test(type));
}

const isA = (program: Program, code: ClassExpression, other: ClassExpression, depth = 4): boolean =>
  code === other ||
  (depth > 0 &&
    code.bases.some((base) => entities(program, base).some((each) => each.kind === 'class' && isA(program, each.code, other, depth - 1))));

const ownErrors = (program: Program): readonly ClassExpression[] =>
  program.memory.once<readonly ClassExpression[]>('own errors', program.files, [], () =>
    program.files.flatMap(({ classes }) => classes.filter((code) => isError(program, code, 4))),
  );

const isError = (program: Program, code: ClassExpression, depth: number): boolean =>
  code.bases.some((base) =>
    entities(program, base).some(
      (each) =>
        (each.kind === 'outside' && /(?:Error|Exception)$/.test(each.symbol)) ||
        (each.kind === 'class' && depth > 0 && isError(program, each.code, depth - 1)),
    ),
  );
