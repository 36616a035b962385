// Conditions that say a variable is there: what is read under them is no demand on the environment.
import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Expression, Guard, Statement } from '../../model.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import { isEnvironmentMap } from './environment-reads.ts';
import { isNode, parentsOf } from './parents.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

/** Whether one of the guards holds only where some variable is set. */
export const isWherePresent = (program: Program, guards: readonly Guard[]): boolean =>
  guards.some(({ test, holds }) => saysPresent(program, test, holds));

/** Whether one of the guards holds only where that variable is set. */
export const isWhereSet = (program: Program, guards: readonly Guard[], name: string): boolean =>
  guards.some(({ test, holds }) => saysPresent(program, test, holds, name));

function saysPresent(program: Program, test: Expression, holds: boolean, name?: string): boolean {
  switch (test.kind) {
    case 'unary':
      return test.operator === 'not' && saysPresent(program, test.value, !holds, name);
    case 'binary':
      if (test.operator === 'and') return holds && [test.left, test.right].some((each) => saysPresent(program, each, true, name));
      if (test.operator === 'in' || test.operator === 'not in')
        return holds === (test.operator === 'in') && symbolsOf(program, test.right).some(isEnvironmentMap);
      if (test.operator === '!=' || test.operator === '==')
        return holds === (test.operator === '!=') && test.right.kind === 'null' && isVariable(program, test.left, name);
      return false;
    default:
      return holds && isVariable(program, test, name);
  }
}

/** A variable without a default, as text: a flag that is parsed says more than that it is there. */
function isVariable(program: Program, test: Expression, name: string | undefined): boolean {
  const value = worth(program, test);
  const hasNone =
    value.kind === 'environment' && (value.fallback === undefined || (value.fallback.kind === 'literal' && value.fallback.value === ''));
  return hasNone && (name === undefined || value.name === name);
}

/** What conditions of a file ask for being there or being true, and nothing else: `if (KEY)`, `!KEY`, `KEY != null`, `KEY && connect(KEY)`. */
export const askedIn = remembered((body: readonly Statement[]): ReadonlySet<Expression> => {
  const asked = new Set<Expression>();
  for (const node of nodesIn(body)) for (const test of testsOf(node)) for (const each of operandsOf(test)) asked.add(each);
  return asked;
});

function testsOf(node: Expression | Statement): readonly Expression[] {
  if (node.kind === 'if' || node.kind === 'conditional') return [node.test];
  if (node.kind === 'unary') return node.operator === 'not' ? [node.value] : [];
  if (node.kind === 'call') return isTruth(node.callee) && node.args[0] !== undefined ? [node.args[0].value] : [];
  if (node.kind !== 'binary') return [];
  return node.operator === 'and' ? [node.left] : isComparedWithNothing(node) ? [node.left] : [];
}

const isTruth = (callee: Expression): boolean => callee.kind === 'name' && (callee.name === 'Boolean' || callee.name === 'bool');

const isComparedWithNothing = ({ operator, right }: Extract<Expression, { kind: 'binary' }>): boolean =>
  (operator === '==' || operator === '!=') && (right.kind === 'null' || (right.kind === 'string' && right.value === ''));

function operandsOf(test: Expression): readonly Expression[] {
  if (test.kind === 'binary' && (test.operator === 'and' || test.operator === 'or')) return [test.left, test.right].flatMap(operandsOf);
  return [test];
}

/** Names of constants, in capitals, that some condition of the service asks to be true: `if MAIL_TOKEN:` runs what is off without it. */
export const askedNames = (program: Program): ReadonlySet<string> =>
  program.memory.once<ReadonlySet<string>>('names asked to be there', program.files, new Set(), () => {
    const found = new Set<string>();
    for (const { source } of program.files)
      for (const node of nodesIn(source.body))
        if (node.kind === 'if' || node.kind === 'conditional')
          for (const each of conjuncts(node.test))
            if ((each.kind === 'name' || each.kind === 'member') && isConstant.test(each.name)) found.add(each.name.toUpperCase());
    // `STORE_URL = settings.redis_url` at the top, and `if STORE_URL:` below.
    for (const { moduleScope } of program.files)
      for (const [name, bindings] of moduleScope.bindings)
        if (found.has(name.toUpperCase()))
          for (const each of bindings)
            if (each.kind === 'value' && each.keys.length === 0 && each.value.kind === 'member') found.add(each.value.name.toUpperCase());
    return found;
  });

const isConstant = /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$/;
const conjuncts = (test: Expression): readonly Expression[] =>
  test.kind === 'binary' && test.operator === 'and' ? [test.left, test.right].flatMap(conjuncts) : [test];

/** `os.getenv("KEY").encode()`, `int(os.getenv("DAYS"))`: where it is not set, this line raises. */
export function breaksWithout(program: Program, node: Expression): boolean {
  const { file } = contextOf(node);
  if (file.source.language !== 'python') return false;
  const parents = parentsOf(program, file);
  const parent = parents.get(node);
  if (parent === undefined || !isNode(parent)) return false;
  if (parent.kind === 'call')
    return parent.callee.kind === 'name' && /^(?:int|float)$/.test(parent.callee.name) && parent.args[0]?.value === node;
  const above = parent.kind === 'member' && parent.object === node ? parents.get(parent) : undefined;
  return above !== undefined && isNode(above) && above.kind === 'call' && above.callee === parent;
}
