// Conditions that let only names of a list through: what is then taken by such a name is one of few, not whatever was sent.
import type { Expression, Guard, Source } from '../../model.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

export interface Letting {
  readonly program: Program;
  /** The name that is let through, as `name` in `headers[name]`. */
  readonly name: Expression;
  readonly sources: (expression: Expression) => readonly Source[];
}

/** Whether one of the guards holds only for names that somebody chose: `kept.has(name)`, `name in KEPT`, `name === 'accept'`. */
export const isLetThrough = (letting: Letting, guards: readonly Guard[]): boolean =>
  guards.some(({ test, holds }) => lets(letting, test, holds));

function lets(letting: Letting, test: Expression, holds: boolean): boolean {
  if (test.kind === 'await') return lets(letting, test.value, holds);
  if (test.kind === 'unary') return test.operator === 'not' && lets(letting, test.value, !holds);
  if (test.kind === 'call') return ofCall(letting, test, holds);
  if (test.kind !== 'binary') return false;
  const { operator, left, right } = test;
  if (operator === 'and' || operator === 'or') {
    const both = [left, right].map((each) => lets(letting, each, holds));
    return (operator === 'and') === holds ? both.includes(true) : !both.includes(false);
  }
  if (operator === 'in' || operator === 'not in') {
    if (!isName(letting, left)) return false;
    return (operator === 'in') === holds ? isChosen(letting, right) : leavesOutSecrets(letting, right);
  }
  if (operator !== '==' && operator !== '!=') return byPosition(letting, test, holds);
  const other = isName(letting, left) ? right : isName(letting, right) ? left : undefined;
  if (other !== undefined) return (operator === '==') === holds && worth(letting.program, other).kind === 'literal';
  return byPosition(letting, test, holds);
}

/** `kept.has(name)`, `/^accept/.test(name)`, `name.startsWith('accept')`, `isKept(name)`; not `headers.hasOwnProperty(name)`. */
function ofCall(letting: Letting, { callee, args }: Extract<Expression, { kind: 'call' }>, holds: boolean): boolean {
  const given = args.find(({ value }) => isName(letting, value))?.value;
  if (callee.kind === 'member' && given !== undefined && /^(?:has|includes|contains|test|__contains__)$/.test(callee.name))
    return holds ? isChosen(letting, callee.object) : leavesOutSecrets(letting, callee.object);
  if (callee.kind === 'member' && isName(letting, callee.object)) return holds && /^(?:startsWith|startswith)$/.test(callee.name);
  // A check of the service's own, by its name.
  const said = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  return given !== undefined && (holds ? letsThrough : holdsBack).test(said) && entities(letting.program, callee).length > 0;
}

const letsThrough = /allow|permit|accept|keep|kept|safe|public|include|should_?log|loggable/i;
const holdsBack = /sensitive|secret|private|redact|mask|hidden|deny|denied|forbid|forbidden|block|exclude|unsafe/i;

/** `kept.indexOf(name) !== -1`, `kept.indexOf(name) >= 0`. */
function byPosition(letting: Letting, { operator, left, right }: Extract<Expression, { kind: 'binary' }>, holds: boolean): boolean {
  if (left.kind !== 'call' || left.callee.kind !== 'member' || left.callee.name !== 'indexOf') return false;
  if (!left.args.some(({ value }) => isName(letting, value))) return false;
  const bound = worth(letting.program, right);
  const at = bound.kind === 'literal' ? bound.value : undefined;
  const isIn = (at === -1 && (operator === '!=' || operator === '>')) || (at === 0 && operator === '>=');
  const isOut = (at === -1 && operator === '==') || (at === 0 && operator === '<');
  if (!isIn && !isOut) return false;
  return isIn === holds ? isChosen(letting, left.callee.object) : leavesOutSecrets(letting, left.callee.object);
}

/** The name itself, or a spelling of it: `name.toLowerCase()`, `String(name)`. */
function isName({ name }: Letting, expression: Expression): boolean {
  const [one, other] = [plain(expression), plain(name)];
  return one !== undefined && one === other;
}

function plain(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'call') return undefined;
  if (expression.callee.kind === 'member') return plain(expression.callee.object);
  const [first] = expression.args;
  return first && /^(?:String|str)$/.test(expression.callee.kind === 'name' ? expression.callee.name : '') ? plain(first.value) : undefined;
}

/** A list that is not what came with the request itself: to stand among what was sent leaves nothing out. */
const isChosen = ({ sources }: Letting, list: Expression): boolean => !sources(list).some(({ kind }) => kind === 'request');

/** Names that are left out, with those among them that carry who is calling. */
function leavesOutSecrets({ sources }: Letting, list: Expression): boolean {
  const words =
    list.kind === 'regex'
      ? [list.source.toLowerCase()]
      : sources(list).flatMap((each) => (each.kind === 'literal' ? String(each.value).toLowerCase() : []));
  return words.some((word) => word.includes('authorization')) && words.some((word) => word.includes('cookie'));
}
