// Loops over a request that put its body together: `for await (const chunk of request) body += chunk`.
import { nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, Expression, Statement, Unit } from '../../model.ts';

type Loop = Extract<Statement, { kind: 'loop' }>;

export interface Gathering {
  readonly code: CodeFunction;
  readonly over: Expression;
  readonly body: readonly Statement[];
}

export function gatherings(unit: Unit): readonly Gathering[] {
  const found = new Map<Loop, Gathering>();
  for (const code of unit.functions())
    for (const each of code.node.body)
      for (const inner of nodesIn(each))
        if (inner.kind === 'loop' && inner.over?.kind === 'await' && isRequest(inner.over.value) && keeps(inner))
          found.set(inner, { code, over: inner.over, body: inner.body });
  return [...found.values()];
}

const request = /^(?:_?req|request|incoming|message)$/;
const isRequest = (over: Expression): boolean =>
  (over.kind === 'name' && request.test(over.name)) ||
  (over.kind === 'member' &&
    (over.name === 'req' || (over.name === 'body' && over.object.kind === 'name' && request.test(over.object.name))));

/** What each turn brings is added to a text or a list; what is only written on is not kept. */
function keeps({ target, body }: Loop): boolean {
  const chunk = target?.kind === 'bind' ? target.name : undefined;
  if (chunk === undefined) return false;
  const holds = (value: Expression): boolean => nodesIn(value).some((each) => each.kind === 'name' && each.name === chunk);
  return nodesIn(body).some((each) => {
    if (each.kind === 'assignment') return each.value?.kind === 'binary' && each.value.operator === '+' && holds(each.value.right);
    if (each.kind !== 'call' || each.callee.kind !== 'member') return false;
    return each.callee.name === 'push' && each.args.some(({ value }) => holds(value));
  });
}
