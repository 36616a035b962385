// Who calls a function or makes an instance of a class, in the whole service.
import type { CallExpression, ClassExpression, FunctionExpression } from '../../model.ts';
import { entities } from './entities.ts';
import { handledBy } from './handled-by.ts';
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
          if (target.kind === 'class') addMaking(program, callers, target.code, call);
          if (target.kind === 'instance' && isSuper(call)) addConstructor(callers, target.of, call);
        }
        for (const code of handledBy(program, call)) add(callers, code, call);
      }
    }
    return callers;
  });
}

/** `super(message, details)` runs the constructor of the class above. */
const isSuper = ({ callee }: CallExpression): boolean => callee.kind === 'name' && callee.name === 'super';

function addConstructor(callers: Map<Callable, CallExpression[]>, code: ClassExpression, call: CallExpression): void {
  const made = code.members.find(({ name }) => name === 'constructor')?.value;
  if (made?.kind === 'function') add(callers, made, call);
}

/** Making an instance of a class makes one of each class it derives from; only the nearest constructor is run by the call itself. */
function addMaking(
  program: Program,
  callers: Map<Callable, CallExpression[]>,
  code: ClassExpression,
  call: CallExpression,
  depth = 4,
): void {
  add(callers, code, call);
  let isMade = false;
  for (const { name, value } of code.members) {
    if (value?.kind !== 'function') continue;
    const isConstructor = makes.test(name);
    isMade ||= isConstructor;
    if (isConstructor || isValidator(value)) add(callers, value, call);
  }
  if (depth === 0) return;
  for (const base of code.bases)
    for (const each of entities(program, base)) if (each.kind === 'class') addDerived(program, callers, each.code, call, isMade, depth - 1);
}

function addDerived(
  program: Program,
  callers: Map<Callable, CallExpression[]>,
  code: ClassExpression,
  call: CallExpression,
  isMade: boolean,
  depth: number,
): void {
  if (!isMade) return addMaking(program, callers, code, call, depth);
  add(callers, code, call);
  for (const { value } of code.members) if (value?.kind === 'function' && isValidator(value)) add(callers, value, call);
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
