// Goes through statements and gives what they return.

import { lastName } from '../../model/nodes.ts';
import type { Expression, Pattern, Statement } from '../../model.ts';
import { type Labels, labels, none, union } from './labels.ts';
import { bindPattern, childOf, type Environment, lookUp } from './names.ts';
import type { Walk } from './walk.ts';
import { namesId } from './words.ts';

export const visitStatements = (walk: Walk, body: readonly Statement[], environment: Environment): Labels =>
  union(...body.map((statement) => visit(walk, statement, environment)));

function visit(walk: Walk, statement: Statement, environment: Environment): Labels {
  const inside = (body: readonly Statement[]): Labels => visitStatements(walk, body, environment);
  switch (statement.kind) {
    case 'expression':
      keepCondition(statement.value, walk.evaluate(walk, statement.value, environment), environment);
      return none;
    case 'assignment':
      if (statement.value) bindPattern(environment, statement.target, walk.evaluate(walk, statement.value, environment));
      return none;
    case 'function-definition':
      walk.evaluate(walk, statement.value, environment);
      return none;
    case 'if':
      walk.evaluate(walk, statement.test, environment);
      return union(inside(statement.then), inside(statement.otherwise));
    case 'loop': {
      const over = statement.over ? walk.evaluate(walk, statement.over, environment) : none;
      if (statement.target) bindPattern(environment, statement.target, itemOf(over, statement.target));
      return inside(statement.body);
    }
    case 'try':
      return union(
        inside(statement.body),
        ...statement.handlers.map(({ body }) => visitStatements(walk, body, childOf(environment))),
        inside(statement.otherwise),
        inside(statement.cleanup),
      );
    case 'with':
      for (const { value, target } of statement.items) {
        const entered = walk.evaluate(walk, value, environment);
        if (target) bindPattern(environment, target, entered);
      }
      return inside(statement.body);
    case 'return':
      return statement.value ? walk.evaluate(walk, statement.value, environment) : none;
    case 'throw':
      if (statement.value) walk.evaluate(walk, statement.value, environment);
      return none;
    case 'block':
      return inside(statement.body);
    default:
      return none;
  }
}

/** `for plan_id in body.plans`: each is an id that came with the request, whatever the list is called. */
export const itemOf = (over: Labels, target: Pattern): Labels =>
  over.has('input') && !over.has('made') && target.kind === 'bind' && namesId(target.name) ? labels(`id:${target.name}`) : over;

/** `query.andWhere('user_id = :me', { me })` on a line of its own: the query keeps what narrows it. */
function keepCondition(node: Expression, result: Labels, environment: Environment): void {
  const [first, ...rest] = chainOf(node);
  if (first?.kind !== 'name' || lookUp(environment, first.name) === undefined) return;
  if (!rest.some((each) => /^(?:and_?|or_?)?(?:where|having)\w*$/i.test(lastName(each) ?? ''))) return;
  bindPattern(environment, { kind: 'bind', name: first.name, line: first.line, column: first.column }, result);
}

/** What a chain of calls begins with, and the callees that follow. */
function chainOf(node: Expression): readonly Expression[] {
  if (node.kind === 'call') return node.callee.kind === 'member' ? [...chainOf(node.callee.object), node.callee] : [node];
  return node.kind === 'await' ? chainOf(node.value) : [node];
}
