// What a handler answers with that returns what a helper of the service makes: `return reply(c, text)`.
import type { CallExpression, Expression } from '../../../model.ts';
import { targetsOf } from '../calls.ts';
import { definitions, returns } from '../definitions.ts';
import type { Program } from '../program.ts';

export interface Answers {
  /** Bodies of the answers that a call makes. */
  readonly bodies: (program: Program, call: CallExpression) => readonly (readonly Expression[])[];
  readonly isContext: (program: Program, given: Expression) => boolean;
}

/** What the helper is given and puts into its answer as it is, not the context it answers through; the value itself where no helper answers. */
export function handedOver(program: Program, value: Expression, told: Answers): readonly Expression[] {
  if (value.kind !== 'call') return [value];
  const answering = targetsOf(program, value).flatMap((code) => {
    const bodies = returns(code).flatMap((each) => (each.kind === 'call' ? told.bodies(program, each) : []));
    return bodies.length === 0 ? [] : [{ code, put: putWhole(program, bodies.flat()) }];
  });
  if (answering.length === 0) return [value];
  const isPut = (index: number): boolean =>
    answering.some(({ code, put }) => {
      const { pattern } = code.parameters[index] ?? {};
      return pattern?.kind !== 'bind' || put.has(pattern.name);
    });
  return value.args.flatMap(({ value: given }, index) => (isPut(index) && !told.isContext(program, given) ? [given] : []));
}

const spells = /^(?:stringify|dumps|str|String|dict|jsonable_encoder|encode|serialize)$/;

/** Names that end in an answer as they are: what is only read from them is followed where the answer is made. */
function putWhole(program: Program, bodies: readonly Expression[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (each: Expression, left: number): void => {
    if (each.kind === 'name') {
      found.add(each.name);
      if (left > 0) for (const { value, keys } of definitions(program, each)) if (keys.length === 0) add(value, left - 1);
    } else for (const inner of partsOf(each)) add(inner, left);
  };
  for (const body of bodies) add(body, 3);
  return found;
}

function partsOf(each: Expression): readonly Expression[] {
  switch (each.kind) {
    case 'object':
      return each.entries.map(({ value }) => value);
    case 'list':
      return each.items.map(({ value }) => value);
    case 'call':
      return (each.callee.kind === 'name' || each.callee.kind === 'member') && spells.test(each.callee.name)
        ? each.args.map(({ value }) => value)
        : [];
    case 'binary':
      return [each.left, each.right];
    case 'conditional':
      return [each.then, each.otherwise];
    case 'template':
      return each.parts;
    default:
      return [];
  }
}
