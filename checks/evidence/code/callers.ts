// Who calls a function or makes an instance of a class, in the whole service.
import type { CallExpression, ClassExpression, FunctionExpression } from '../../model.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

type Callable = FunctionExpression | ClassExpression;

/** Calls in this service that run the function; making an instance runs the constructor. */
export function callersOf(program: Program, code: FunctionExpression): readonly CallExpression[] {
  return callIndex(program).get(code) ?? [];
}

/** Calls that make an instance of the class. */
export function constructionsOf(program: Program, code: ClassExpression): readonly CallExpression[] {
  return callIndex(program).get(code) ?? [];
}

function callIndex(program: Program): ReadonlyMap<Callable, CallExpression[]> {
  return program.memory.once<Map<Callable, CallExpression[]>>('callers', program.files, new Map(), () => {
    const callers = new Map<Callable, CallExpression[]>();
    for (const file of program.files) {
      for (const call of file.calls) {
        for (const target of entities(program, call.callee)) {
          if (target.kind === 'function') add(callers, target.code, call);
          if (target.kind !== 'class') continue;
          add(callers, target.code, call);
          for (const { name, value } of target.code.members)
            if (value?.kind === 'function' && (makes.test(name) || isValidator(value))) add(callers, value, call);
        }
      }
    }
    return callers;
  });
}

const makes = /^(?:constructor|__init__|__post_init__|model_post_init)$/;

/** Pydantic and attrs run these when an instance is made. */
const isValidator = ({ decorators = [] }: FunctionExpression): boolean =>
  decorators.some((decorator) => {
    const target = decorator.kind === 'call' ? decorator.callee : decorator;
    return (target.kind === 'name' || target.kind === 'member') && /^(?:\w+_)?validator$/.test(target.name);
  });

function add(callers: Map<Callable, CallExpression[]>, code: Callable, call: CallExpression): void {
  const known = callers.get(code);
  if (known) known.push(call);
  else callers.set(code, [call]);
}
