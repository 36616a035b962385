// What an expression holds: ids of the request, who is asking, what was found by an id.
import { lastName } from '../../model/nodes.ts';
import type { Expression, Unit } from '../../model.ts';
import { ofCall } from './calls.ts';
import { foundBy, hasId, idsBehind, idsIn, type Labels, labels, none, union } from './labels.ts';
import { bindPattern, childOf, type Environment, lookUp, membersIn } from './names.ts';
import { itemOf, visitStatements } from './statements.ts';
import type { Walk } from './walk.ts';
import { namesAuthentication, namesWho } from './words.ts';

export function evaluate(walk: Walk, node: Expression, environment: Environment): Labels {
  const go = (each: Expression): Labels => evaluate(walk, each, environment);
  const found = ofExpression(walk, node, environment, go);
  if (found.has('who')) walk.seen.knows = true;
  if (found.has('token')) walk.seen.credential = true;
  for (const id of idsIn(found)) walk.seen.taken.add(id);
  return found;
}

function ofExpression(walk: Walk, node: Expression, environment: Environment, go: (each: Expression) => Labels): Labels {
  switch (node.kind) {
    case 'name':
      return lookUp(environment, node.name) ?? ofOutside(walk, node);
    case 'member':
      return node.name === 'request' && isSelf(node.object)
        ? labels('request')
        : node.name === 'kwargs' && isSelf(node.object)
          ? labels('input')
          : union(membersIn(environment, go(node.object), node.name), ofOutside(walk, node));
    case 'index':
      return ofIndex(walk, node, environment, go);
    case 'call':
      return ofCall(walk, node, environment, go);
    case 'template':
      return union(...node.parts.map(go));
    case 'object':
      return union(
        ...node.entries.map(({ key, value }) => {
          if (typeof key === 'object') go(key);
          return go(value);
        }),
      );
    case 'list':
      return union(...node.items.map(({ value }) => go(value)));
    case 'function': {
      const inner = childOf(environment);
      const signed = isVerdictOfPassport(node) ? node.parameters[1] : undefined;
      for (const parameter of node.parameters) bindPattern(inner, parameter.pattern, parameter === signed ? labels('who') : none);
      return visitStatements(walk, node.body, inner);
    }
    case 'conditional':
      go(node.test);
      return union(go(node.then), go(node.otherwise));
    case 'binary':
      return ofBinary(walk, node, go(node.left), go(node.right));
    case 'unary':
    case 'await':
      return go(node.value);
    case 'assign': {
      const value = go(node.value);
      bindPattern(environment, node.target, value);
      return value;
    }
    case 'comprehension': {
      const inner = childOf(environment);
      for (const { target, over, tests } of node.clauses) {
        bindPattern(inner, target, itemOf(evaluate(walk, over, inner), target));
        for (const test of tests) evaluate(walk, test, inner);
      }
      if (node.key) evaluate(walk, node.key, inner);
      return evaluate(walk, node.element, inner);
    }
    case 'other':
      return union(...node.parts.map(go));
    default:
      return none;
  }
}

/** `(error, user, info) => …`: what Passport calls back with. */
function isVerdictOfPassport({ parameters }: Extract<Expression, { kind: 'function' }>): boolean {
  const names = parameters.map(({ pattern }) => (pattern.kind === 'bind' ? pattern.name : ''));
  return /^_?err/i.test(names[0] ?? '') && namesWho(names[1] ?? '') && /^_?info/i.test(names[2] ?? '');
}

/** `users[token]` gives who is asking, `plans[id]` looks one up. */
function ofIndex(
  { seen }: Walk,
  node: Extract<Expression, { kind: 'index' }>,
  environment: Environment,
  go: (each: Expression) => Labels,
): Labels {
  const index = node.index && node.index.kind !== 'string' ? go(node.index) : none;
  const owner = go(node.object);
  if (index.has('token') || (index.has('who') && owner.size === 0 && !hasId(index))) return labels('who');
  if (!hasId(index) || owner.size > 0) return union(membersIn(environment, owner, node.index?.kind === 'string' ? node.index.value : ''));
  if (index.has('who')) seen.meetings.set(node, idsIn(index));
  else seen.lookups.set(node, idsIn(index));
  return foundBy(index);
}

const isSelf = (node: Expression): boolean => node.kind === 'name' && /^(?:self|this)$/.test(node.name);

/** `self.user` of a class of routes: `user: User = Depends(signed_in)`. */
function isInjectedWho(unit: Unit, node: Expression): boolean {
  if (node.kind !== 'member' || !isSelf(node.object)) return false;
  const given = unit.injects(node).map((each) => lastName(each.kind === 'call' ? each.callee : each) ?? '');
  return given.length > 0 && [node.name, ...given].some((name) => namesWho(name) || namesAuthentication(name));
}

const globalWho =
  /^py:(?:flask_login|flask_jwt_extended|flask_jwt|flask_security|flask_praetorian|quart_auth|flask_user)\.(?:utils\.)?(?:current_user|current_identity)$/;

/** Flask's globals: the request, who is signed in, the session. */
function ofOutside({ unit }: Walk, node: Expression): Labels {
  const symbols = unit.symbols(node);
  if (symbols.some((symbol) => globalWho.test(symbol)) || isInjectedWho(unit, node)) return labels('who');
  if (symbols.some((symbol) => /^py:(?:flask|quart)\.session$/.test(symbol))) return labels('request', 'session');
  if (symbols.some((symbol) => /^py:(?:flask|quart)\.(?:request|g)$/.test(symbol))) return labels('request');
  return none;
}

function ofBinary({ seen }: Walk, node: Extract<Expression, { kind: 'binary' }>, left: Labels, right: Labels): Labels {
  if (/^(?:==|!=|in|not in)$/.test(node.operator)) {
    // `user.role == 'admin'` asks what they are; whoever holds the right token for an id may use it.
    for (const [a, b] of [
      [left, right],
      [right, left],
    ] as const)
      if ((a.has('who') || a.has('token')) && (hasId(b) || b.has('object'))) seen.meetings.set(node, idsBehind(b));
    // A condition of a query: `Plan.id == plan_id`.
    return left.size === 0 || right.size === 0 ? union(left, right) : none;
  }
  return /^(?:<|<=|>|>=|instanceof)$/.test(node.operator) ? none : union(left, right);
}
