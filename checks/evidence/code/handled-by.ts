// Functions that a wrapper or a bus runs for what it is handed: `commandBus.execute(new MakePlan(…))` of Nest runs the handler decorated for MakePlan.
import type { CallExpression, ClassExpression, FunctionExpression } from '../../model.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

const bus = /^npm:@nestjs\/cqrs\.(?:Command|Query|Event)Bus\(\)\.(?:execute|publish)$/;
const decorators = /^npm:@nestjs\/cqrs\.(?:Command|Query|Events)Handler$/;
const nobody: readonly FunctionExpression[] = [];

export function handledBy(program: Program, { callee, args }: CallExpression): readonly FunctionExpression[] {
  const [first] = args;
  if (callee.kind === 'call') return wrapped(program, callee);
  if (first === undefined || callee.kind !== 'member' || !/^(?:execute|publish)$/.test(callee.name)) return nobody;
  if (!symbolsOf(program, callee).some((symbol) => bus.test(symbol))) return nobody;
  const handlers = handlersOf(program);
  return entities(program, first.value).flatMap((each) => (each.kind === 'instance' ? (handlers.get(each.of) ?? []) : []));
}

/** `withAuth(signIn, fallback)(req, res)`: what a wrapper is given runs as the wrapper is called. */
const wrapped = (program: Program, { args }: CallExpression): readonly FunctionExpression[] =>
  args.flatMap(({ value }) => entities(program, value).flatMap((each) => (each.kind === 'function' ? [each.code] : [])));

/** By the class of what they handle. */
function handlersOf(program: Program): ReadonlyMap<ClassExpression, readonly FunctionExpression[]> {
  return program.memory.once<Map<ClassExpression, FunctionExpression[]>>('handlers of a bus', program.files, new Map(), () => {
    const found = new Map<ClassExpression, FunctionExpression[]>();
    for (const { classes } of program.files)
      for (const code of classes)
        for (const decorator of code.decorators ?? []) {
          if (decorator.kind !== 'call' || !symbolsOf(program, decorator.callee).some((symbol) => decorators.test(symbol))) continue;
          const run = code.members.find(({ name }) => name === 'execute' || name === 'handle')?.value;
          if (run?.kind !== 'function') continue;
          for (const { value } of decorator.args)
            for (const each of entities(program, value))
              if (each.kind === 'class') found.set(each.code, [...(found.get(each.code) ?? []), run]);
        }
    return found;
  });
}
