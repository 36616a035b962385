// Commands of a command line that lie beside a service: what only they run is no part of serving.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../model.ts';
import { callersOf } from './callers.ts';
import { contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { startHooks, starts } from './start.ts';

/** Whether a function runs only as a command that somebody types: it is one that starts no server, or only such commands and scripts call it. */
export function isOnlyCommand(program: Program, code: FunctionExpression | undefined): boolean {
  if (code === undefined) return false;
  return program.memory.once('only a command', code, false, () => {
    const outer = contextOf(code).inFunction;
    if (isManaging(program, code)) return true;
    if (isCommand(program, code)) return !startsServer(program, code, 3);
    if (isOnlyCommand(program, outer)) return true;
    if (program.roles.has(code) || (code.decorators?.length ?? 0) > 0 || startHooks(program).includes(code)) return false;
    const callers = callersOf(program, code);
    return callers.length > 0 && callers.every((call) => isOnlyCommand(program, contextOf(call).inFunction) || isInScript(program, call));
  });
}

/** What stands in Django's manage.py, where a file of its own makes the application that is served. */
const isManaging = (program: Program, code: FunctionExpression): boolean =>
  /(?:^|\/)manage\.py$/.test(contextOf(code).file.source.path) &&
  program.memory.once('makes its application', program.files, false, () =>
    program.files.some(
      (file) =>
        /(?:^|\/)[aw]sgi\.py$/.test(file.source.path) &&
        file.calls.some((call) => symbolsOf(program, call.callee).some((symbol) => /^py:django\.core\.[aw]sgi\.get_\w+$/.test(symbol))),
    ),
  );

/** Called under `if __name__ == "__main__"` of a file that starts no server there. */
function isInScript(program: Program, call: CallExpression): boolean {
  if (!isUnderScriptTest(call)) return false;
  const { file } = contextOf(call);
  return !program.memory.once('script that serves', file, false, () =>
    file.calls.some(
      (each) =>
        isUnderScriptTest(each) &&
        (starts(program, each) ||
          entities(program, each.callee).some((target) => target.kind === 'function' && startsServer(program, target.code, 3))),
    ),
  );
}

const isUnderScriptTest = (call: CallExpression): boolean => contextOf(call).guards.some(({ test, holds }) => holds && isScriptTest(test));

/** `__name__ == "__main__"`, `require.main === module`, `import.meta.main`. */
export function isScriptTest(test: Expression): boolean {
  if (test.kind === 'member') return test.name === 'main';
  if (test.kind !== 'binary' || test.operator !== '==') return false;
  return [test.left, test.right].some(
    (side) =>
      (side.kind === 'name' && side.name === '__name__') ||
      (side.kind === 'member' && side.name === 'main' && side.object.kind === 'name' && side.object.name === 'require'),
  );
}

const library = /^(?:py:(?:click|typer|asyncclick|rich_click|flask|quart)\b|npm:(?:commander|cac|yargs)\b)/;

/** `@cli.command("restore")`, `@app.cli.command()`, `program.command('seed').action(async () => {…})`, a method of Django's BaseCommand. */
function isCommand(program: Program, code: FunctionExpression): boolean {
  const owner = contextOf(code).inClass;
  if (owner !== undefined && isDjangoCommand(program, owner, 4)) return true;
  if ((code.decorators ?? []).some((decorator) => isCommandMaker(program, decorator.kind === 'call' ? decorator.callee : decorator)))
    return true;
  const [innermost] = contextOf(code).around.slice(-1);
  return innermost?.args.some(({ value }) => value === code) === true && isAction(program, innermost);
}

function isDjangoCommand(program: Program, code: ClassExpression, depth: number): boolean {
  return code.bases.some((base) =>
    entities(program, base).some((each) =>
      each.kind === 'outside'
        ? /^py:django\.core\.management\..*\w*Command$/.test(each.symbol)
        : depth > 0 && each.kind === 'class' && isDjangoCommand(program, each.code, depth - 1),
    ),
  );
}

function isCommandMaker(program: Program, maker: Expression): boolean {
  if (maker.kind !== 'member' || !/^(?:command|group|callback)$/.test(maker.name)) return false;
  if (symbolsOf(program, maker).some((symbol) => library.test(symbol))) return true;
  // A group is a decorated function of the service itself.
  return entities(program, maker.object).some(
    (each) =>
      each.kind === 'function' &&
      (each.code.decorators ?? []).some((decorator) => isCommandMaker(program, decorator.kind === 'call' ? decorator.callee : decorator)),
  );
}

const isAction = (program: Program, { callee }: CallExpression): boolean =>
  callee.kind === 'member' && /^(?:action|command)$/.test(callee.name) && symbolsOf(program, callee).some((symbol) => library.test(symbol));

function startsServer(program: Program, code: FunctionExpression, depth: number): boolean {
  const { file } = contextOf(code);
  return file.calls.some((call) => {
    if (!isInside(call, code)) return false;
    if (starts(program, call)) return true;
    return (
      depth > 0 &&
      entities(program, call.callee).some(
        (each) => each.kind === 'function' && each.code !== code && startsServer(program, each.code, depth - 1),
      )
    );
  });
}

function isInside(node: Expression, outer: FunctionExpression): boolean {
  for (let each = contextOf(node).inFunction; each; each = contextOf(each).inFunction) if (each === outer) return true;
  return false;
}
