// Functions that a wrapper or a bus runs for what it is handed: `commandBus.execute(new MakePlan(…))` of Nest runs the handler decorated for MakePlan.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../model.ts';
import { contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

const bus = /^npm:@nestjs\/cqrs\.(?:Command|Query|Event)Bus\(\)\.(?:execute|publish)$/;
const decorators = /^npm:@nestjs\/cqrs\.(?:Command|Query|Events)Handler$/;
const nobody: readonly FunctionExpression[] = [];

export function handledBy(program: Program, { callee, args }: CallExpression): readonly FunctionExpression[] {
  const [first] = args;
  if (callee.kind === 'call') return wrapped(program, callee);
  if (first === undefined || callee.kind !== 'member') return nobody;
  if (contextOf(callee).file.source.language === 'python')
    return dispatches.test(callee.name) && args.length === 1 ? fromTable(program, first.value) : nobody;
  if (!/^(?:execute|publish)$/.test(callee.name)) return nobody;
  if (!symbolsOf(program, callee).some((symbol) => bus.test(symbol))) return nobody;
  const handlers = handlersOf(program);
  return entities(program, first.value).flatMap((each) => (each.kind === 'instance' ? (handlers.get(each.of) ?? []) : []));
}

const dispatches = /^(?:execute|dispatch|handle|publish|send|invoke|ask)$/;

/** `bus.execute(MakePlan(…))` of a bus that the service wrote: what a table somewhere names for the class runs. */
function fromTable(program: Program, given: Expression): readonly FunctionExpression[] {
  const tables = tablesOf(program);
  if (tables.size === 0) return nobody;
  return entities(program, given).flatMap((each) => (each.kind === 'instance' ? (tables.get(each.of) ?? []) : []));
}

/** `{MakePlan: make_plan, FindPlan: find_plan}`: in a class, in a module, or handed to what is called. */
function tablesOf(program: Program): ReadonlyMap<ClassExpression, readonly FunctionExpression[]> {
  return program.memory.once<Map<ClassExpression, FunctionExpression[]>>('tables of a bus', program.files, new Map(), () => {
    const found = new Map<ClassExpression, FunctionExpression[]>();
    for (const { source, classes, moduleScope, calls } of program.files) {
      if (source.language !== 'python') continue;
      const values = [
        ...classes.flatMap(({ members }) => members.flatMap(({ value }) => value ?? [])),
        ...[...moduleScope.bindings.values()].flat().flatMap((each) => (each.kind === 'value' ? [each.value] : [])),
        ...calls.flatMap(({ args }) => args.map(({ value }) => value)),
      ];
      for (const value of values)
        for (const { key, value: handler } of value.kind === 'object' ? value.entries : []) {
          if (typeof key !== 'object' || (key.kind !== 'name' && key.kind !== 'member')) continue;
          const run = entities(program, handler).flatMap((each) => (each.kind === 'function' ? [each.code] : []));
          for (const each of run.length === 0 ? [] : entities(program, key))
            if (each.kind === 'class') found.set(each.code, [...(found.get(each.code) ?? []), ...run]);
        }
    }
    return found;
  });
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
