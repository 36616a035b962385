// Follows the ids of a request and who is asking through a handler and the functions it calls, and notes where the two meet.

import { lastName } from '../../model/nodes.ts';
import type { CallExpression, CodeFunction, Expression } from '../../model.ts';
import { foundBy, hasId, idsBehind, idsIn, type Labels, labels, memberOf, none, union } from './labels.ts';
import { bindPattern, childOf, type Environment, lookUp, membersIn } from './names.ts';
import { visitStatements } from './statements.ts';
import { addTo, nothingSeen, type Walk } from './walk.ts';
import { asksWho, namesForming, namesMaking, namesPermission, namesTelling, namesWho } from './words.ts';

const maxDepth = 7;

/** What a function gives back, when its parameters hold this. */
export function runFunction(walk: Walk, code: CodeFunction, given: readonly Labels[]): Labels {
  if (walk.open.has(code.node) || walk.open.size >= maxDepth) return union(...given);
  const known = walk.known.get(code.node) ?? new Map();
  walk.known.set(code.node, known);
  const key = keyOf(given, walk.hung);
  const before = known.get(key);
  if (before) {
    addTo(walk.seen, before.seen);
    for (const [name, held] of before.hung) walk.hung.set(name, union(walk.hung.get(name) ?? none, held));
    return before.result;
  }
  const seen = nothingSeen();
  const environment = childOf(undefined, walk.hung);
  for (const [index, { pattern, fallback }] of code.node.parameters.entries())
    bindPattern(environment, pattern, given[index] ?? (fallback ? evaluate(walk, fallback, environment) : none));
  const inside: Walk = { ...walk, seen, open: new Set([...walk.open, code.node]) };
  // Twice, so that what a later line or a closure sets is known to the one before.
  visitStatements({ ...inside, seen: nothingSeen() }, code.node.body, environment);
  const result = visitStatements(inside, code.node.body, environment);
  known.set(key, { result, seen, hung: new Map(walk.hung) });
  addTo(walk.seen, seen);
  return result;
}

const keyOf = (given: readonly Labels[], hung: ReadonlyMap<string, Labels>): string =>
  JSON.stringify([given.map((each) => [...each].sort()), [...hung].map(([name, held]) => [name, [...held].sort()])]);

export function evaluate(walk: Walk, node: Expression, environment: Environment): Labels {
  const go = (each: Expression): Labels => evaluate(walk, each, environment);
  const found = ofExpression(walk, node, environment, go);
  if (found.has('who')) walk.seen.knows = true;
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
      for (const { pattern } of node.parameters) bindPattern(inner, pattern, none);
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
        bindPattern(inner, target, evaluate(walk, over, inner));
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

/** Flask's globals: the request, who is signed in, the session. */
function ofOutside({ unit }: Walk, node: Expression): Labels {
  const symbols = unit.symbols(node);
  if (symbols.some((symbol) => /^py:flask_login\.(?:utils\.)?current_user$/.test(symbol))) return labels('who');
  if (symbols.some((symbol) => /^py:(?:flask|quart)\.(?:request|g|session)$/.test(symbol))) return labels('request');
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

function ofCall(walk: Walk, node: CallExpression, environment: Environment, go: (each: Expression) => Labels): Labels {
  const { callee, args } = node;
  const name = lastName(callee) ?? '';
  const receiver = callee.kind === 'member' ? go(callee.object) : callee.kind === 'name' ? none : go(callee);
  const given = args.map(({ value }) => (isTold(value, name) ? evaluate({ ...walk, seen: nothingSeen() }, value, environment) : go(value)));
  const [first] = args;
  if (first?.value.kind === 'string' && (receiver.has('request') || receiver.has('input') || receiver.has('token'))) {
    const read = ofRead(name, first.value.value, receiver);
    if (read) return read;
  }
  if (
    receiver.has('request') &&
    /^(?:json|get_json|formData|parseBody|valid|body|text|form|validated|get_data|bodyJson|params|query)$/.test(name)
  )
    return labels('input');
  const argued = union(...given);
  if (
    asksWho(name) &&
    !hasId(argued) &&
    !argued.has('object') &&
    (argued.size === 0 || ['token', 'request', 'who'].some((each) => argued.has(each)))
  )
    return labels('who');
  if (namesTelling(name)) return none;
  const targets = walk.unit.targets(node);
  if (targets.length > 0 && walk.open.size < maxDepth && !targets.some((each) => walk.open.has(each.node)))
    return union(
      ...targets.map((target) => {
        const result = runFunction(walk, target, argumentsFor(target, node, given));
        return target.name === 'constructor' || target.name === '__init__' ? union(result, argued) : result;
      }),
    );
  return ofUnfollowed(walk, node, receiver, argued);
}

/** `solve(challenge, () => user.id !== id)`: what a callback answers to somebody else keeps nobody out; what it picks from a list does. */
const isTold = (value: Expression, name: string): boolean => {
  const last = value.kind === 'function' ? value.body.at(-1) : undefined;
  return (
    last?.kind === 'return' &&
    last.value?.kind === 'binary' &&
    !/^(?:find|filter|some|every|where|and|or|then|map|flatMap|transaction|assert|ensure|check|query)/.test(name)
  );
};

/** `ctx.get('Authorization')`, `c.req.param('id')`, `c.get('user')`, `request.args.get('plan_id')`. */
function ofRead(method: string, field: string, receiver: Labels): Labels | undefined {
  if (!/^(?:get|header|headers|param|params|query|queries|cookie|getHeader|getAll|getlist|pop|input|valid|var|getCookie)$/.test(method))
    return undefined;
  if (receiver.has('input')) return memberOf(receiver, field);
  if (receiver.has('token')) return labels('token');
  if (/^(?:param|params|query|queries|input)$/.test(method)) return memberOf(labels('input'), field);
  if (method === 'valid') return labels('input');
  if (/header|cookie/i.test(method)) return labels('token');
  return namesWho(field) ? labels('who') : /authorization|token|cookie/i.test(field) ? labels('token') : none;
}

function argumentsFor({ node, owner }: CodeFunction, call: CallExpression, given: readonly Labels[]): readonly Labels[] {
  const [self] = node.parameters;
  const bound = owner !== undefined && self?.pattern.kind === 'bind' && /^(?:self|cls)$/.test(self.pattern.name) ? 1 : 0;
  return node.parameters.map(({ pattern, rest }, index) => {
    const named = call.args.findIndex(({ name }) => name !== undefined && pattern.kind === 'bind' && name === pattern.name);
    if (named >= 0) return given[named] ?? none;
    if (rest !== undefined) return union(...given.slice(index - bound));
    const position = index - bound;
    return call.args[position]?.name === undefined ? (given[position] ?? none) : none;
  });
}

const answering =
  /^(?:json|jsonify|send|status|redirect|render|set|html|end|abort|fail|url_for|next|call_next|then|catch|finally|resolve|reject|assign|entries|keys|all|allSettled|freeze|HTTPException|\w*(?:Error|Exception|Response|NotFound|Forbidden|Schema))$/;
const deciding = /^(?:check|assert|ensure|require|verify|guard|is|has|find|get|includes|some|contains)/i;

function ofUnfollowed({ seen }: Walk, node: CallExpression, receiver: Labels, argued: Labels): Labels {
  const name = lastName(node.callee) ?? '';
  const all = union(receiver, argued);
  if (answering.test(name) || node.isNew === true || isForming(node, name)) return all;
  const [hasWho, hasIds] = [all.has('who'), hasId(all)];
  const result = hasIds || all.has('object') ? foundBy(all) : all.has('request') ? union(all, labels('input')) : all;
  if (hasWho && (hasIds || all.has('object'))) {
    // A condition more on a query, a lookup by both, or a function that decides.
    const meets =
      !namesMaking(name) && (hasIds || (receiver.has('object') && argued.has('who')) || namesPermission(name) || deciding.test(name));
    if (meets) seen.meetings.set(node, idsBehind(all));
    else seen.unsure.set(node, `${name} is given both`);
  } else if (hasIds) seen.lookups.set(node, idsIn(all));
  else if ((argued.has('who') && !isCondition(node, name)) || argued.has('request'))
    seen.unsure.set(node, `${name === '' ? 'a function' : name} is given who is asking`);
  return result;
}

/** Looks up what belongs to who is asking: that says nothing of another id. */
const isCondition = ({ callee }: CallExpression, name: string): boolean =>
  callee.kind === 'member' &&
  /^(?:where|and_?where|or_?where|filter|filter_by|eq|neq|in_?|match|get|find\w*|first\w*|one\w*|scalar\w*|execute|select\w*|query\w*|exists|count|on|on_?in|join|and_?on|has|get_or_404|exec|all|list|rpc|fetch\w*)$/i.test(
    name,
  );

const isForming = ({ callee }: CallExpression, name: string): boolean =>
  callee.kind === 'name' ? namesForming(name) : isPlainForming(name);
const isPlainForming = (name: string): boolean =>
  /^(?:toString|assert|throw|trim|lower|upper|toLowerCase|toUpperCase|parse|safeParse|test|match|startsWith|endsWith|startswith|strip|encode|decode|isNaN|isInteger|isValid|split|replace|slice|includes|join|format|localeCompare|validate|parseAsync|safeParseAsync)$/.test(
    name,
  );
