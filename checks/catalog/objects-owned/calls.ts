// What a call does with an id and with who is asking: follows it into the service, or notes that the two meet in it.

import { lastName } from '../../model/nodes.ts';
import type { CallExpression, CodeFunction, Expression } from '../../model.ts';
import { foundBy, hasId, idsBehind, idsIn, type Labels, labels, memberOf, none, union } from './labels.ts';
import type { Environment } from './names.ts';
import { maxDepth, runFunction } from './run.ts';
import { nothingSeen, type Walk } from './walk.ts';
import { asksWho, namesForming, namesHandle, namesMaking, namesPermission, namesTelling, namesWho } from './words.ts';

export function ofCall(walk: Walk, node: CallExpression, environment: Environment, go: (each: Expression) => Labels): Labels {
  const { callee, args } = node;
  const name = lastName(callee) ?? '';
  const receiver = callee.kind === 'member' ? go(callee.object) : callee.kind === 'name' ? none : go(callee);
  const given = args.map(({ value }) =>
    isTold(value, name) ? walk.evaluate({ ...walk, seen: nothingSeen() }, value, environment) : go(value),
  );
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
  if (receiver.has('request') && /^(?:switchToHttp|getRequest)$/.test(name)) return labels('request');
  const argued = union(...given);
  if (walk.unit.symbols(callee).some((symbol) => telling.test(symbol))) return labels('who');
  if (
    asksWho(name) &&
    !isOfText(node, name) &&
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
  const condition = conditionOf(node, name);
  return ofUnfollowed(walk, node, receiver, argued, condition && go(condition));
}

/** Which rows are changed, apart from what they become: `update({ where, data })`, `update(values, { where })`, `updateOne(filter, values)`. */
function conditionOf({ callee, args }: CallExpression, name: string): Expression | undefined {
  if (callee.kind !== 'member' || !/^update(?:Many|One|ManyAndReturn)?$/.test(name)) return undefined;
  const where = args.flatMap(({ value }) => (value.kind === 'object' ? value.entries.filter(({ key }) => key === 'where') : []))[0]?.value;
  if (where !== undefined) return where;
  const [first] = args;
  return args.length > 1 && first?.value.kind === 'object' ? first.value : undefined;
}

/** `hashed.decode('utf-8')`: bytes made a text. */
const isOfText = ({ callee, args }: CallExpression, name: string): boolean =>
  name === 'decode' && callee.kind === 'member' && args.every(({ value }) => value.kind === 'string');

/** Calls of packages that tell who is asking. */
const telling =
  /^py:(?:flask_jwt_extended\.(?:utils\.)?(?:get_jwt_identity|get_current_user|get_jwt|get_jwt_claims|get_raw_jwt)|flask_praetorian\.current_user(?:_id)?|flask_httpauth\.\w+\(\)\.current_user|django\.contrib\.auth\.(?:a?get_user))$/;

/** `solve(challenge, () => user.id !== id)`: what a callback answers to somebody else keeps nobody out; what it picks from a list does. */
const isTold = (value: Expression, name: string): boolean => {
  const last = value.kind === 'function' ? value.body.at(-1) : undefined;
  return (
    last?.kind === 'return' &&
    last.value?.kind === 'binary' &&
    !/^(?:find|filter|some|every|where|and|or|then|map|flatMap|transaction|assert|ensure|check|query)/.test(name)
  );
};

/** Those whom somebody belongs to, as the context of a request keeps them. */
const keptOfWho = /^(?:jwt_?[pP]ayload|(?:team|org|organi[sz]ation|tenant|workspace|company)(?:_id|Id))$/;

/** `ctx.get('Authorization')`, `c.req.param('id')`, `c.get('user')`, `request.args.get('plan_id')`. */
function ofRead(method: string, field: string, receiver: Labels): Labels | undefined {
  if (!/^(?:get|header|headers|param|params|query|queries|cookie|getHeader|getAll|getlist|pop|input|valid|var|getCookie)$/.test(method))
    return undefined;
  if (receiver.has('input')) return memberOf(receiver, field);
  if (receiver.has('token')) return labels('token');
  if (/^(?:param|params|query|queries|input)$/.test(method)) return memberOf(labels('input'), field);
  if (method === 'valid') return labels('input');
  if (/header|cookie/i.test(method)) return labels('token');
  // What Hono's own middleware keeps of a token, and what the service's kept of a session: `c.get('jwtPayload')`, `c.get('teamId')`.
  if (method === 'get' && /^session$/i.test(field)) return labels('session');
  return namesWho(field) || (receiver.has('session') && namesHandle(field)) || (method === 'get' && keptOfWho.test(field))
    ? labels('who')
    : /authorization|token|cookie/i.test(field)
      ? labels('token')
      : none;
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
  /^(?:json|jsonify|send|status|redirect|render|set|html|end|abort|fail|url_for|url_path_for|reverse|reverse_lazy|build_absolute_uri|next|call_next|then|catch|finally|resolve|reject|assign|entries|keys|all|allSettled|freeze|HTTPException|\w*(?:Error|Exception|Response|NotFound|Forbidden|Schema))$/;
const deciding = /^(?:check|assert|ensure|require|verify|guard|is|has|find|get|includes|some|contains)/i;

function ofUnfollowed({ seen, unit }: Walk, node: CallExpression, receiver: Labels, argued: Labels, condition?: Labels): Labels {
  const name = lastName(node.callee) ?? '';
  const all = union(receiver, argued);
  if (readsCredential.test(name) && argued.has('request') && !hasId(argued)) return labels('token');
  if (!hasId(all) && all.has('input') && readsStore.test(name) && unit.symbols(node.callee).some((symbol) => stores.test(symbol)))
    return none;
  if (answering.test(name) || node.isNew === true || /^(?:__init__|super)$/.test(name) || isForming(node, name)) return all;
  const [hasWho, hasIds] = [all.has('who'), hasId(all)];
  const given = all.has('input') && callsAMethod(node) ? union(all, labels('made')) : all;
  const result = hasIds || all.has('object') ? foundBy(all) : all.has('request') ? union(all, labels('input')) : given;
  if (hasWho && condition && hasId(condition)) {
    // Whose the row becomes keeps nobody from a row of somebody else.
    if (condition.has('who')) seen.meetings.set(node, idsBehind(condition));
    else seen.lookups.set(node, idsIn(condition));
  } else if (hasWho && (hasIds || all.has('object'))) {
    // A condition more on a query, a lookup by both, or a function that decides.
    const meets =
      !namesMaking(name) && (hasIds || (receiver.has('object') && argued.has('who')) || namesPermission(name) || deciding.test(name));
    if (meets) seen.meetings.set(node, idsBehind(all));
    else seen.unsure.set(node, `${name} is given both`);
  } else if (hasIds) seen.lookups.set(node, isCondition(node, name) ? [...new Set([...idsIn(all), ...idsBehind(receiver)])] : idsIn(all));
  else if ((argued.has('who') && !isCondition(node, name)) || argued.has('request'))
    seen.unsure.set(node, `${name === '' ? 'a function' : name} is given who is asking`);
  return result;
}

/** What the service itself put under a code that it gave out: `redis.getdel(f"pair:{code}")` holds nothing that the client chose. */
const readsStore = /^(?:m?get|getdel|getex|hm?get|hgetall|json_?get|[lr]pop)$/i;
const stores =
  /^(?:py:(?:redis|aioredis|valkey|django\.core\.cache|flask_caching|aiocache|cachetools|diskcache)\b|npm:(?:ioredis|redis|iovalkey|@upstash\/redis|@redis\/client|keyv|node-cache|cache-manager|lru-cache)\b)/;

const callsAMethod = ({ callee }: CallExpression): boolean => callee.kind === 'member';

/** `getCookie(c, 'access')`, `extractBearer(req)` of packages: no input that could hold an id. */
const readsCredential = /^(?:get|read|parse|extract|use)\w*(?:Cookies?|Bearer|Authorization|_cookies?|_bearer|_authorization)$/;

/** Looks up what belongs to who is asking: that says nothing of another id. */
const isCondition = ({ callee }: CallExpression, name: string): boolean =>
  callee.kind === 'member' &&
  /^(?:where|and_?where|or_?where|filter|filter_by|eq|neq|in_?|match|get|find\w*|first\w*|one\w*|scalar\w*|execute|select\w*|query\w*|exists|count|on|on_?in|join|and_?on|has|get_or_404|exec|all|list|rpc|fetch\w*)$/i.test(
    name,
  );

const isForming = ({ callee }: CallExpression, name: string): boolean =>
  callee.kind === 'name' ? namesForming(name) && !name.endsWith('_or_404') : isPlainForming(name);
const isPlainForming = (name: string): boolean =>
  /^(?:toString|assert|throw|trim|lower|upper|toLowerCase|toUpperCase|parse|safeParse|test|match|startsWith|endsWith|startswith|strip|encode|decode|isNaN|isInteger|isValid|split|replace|slice|includes|join|format|localeCompare|validate|parseAsync|safeParseAsync)$/.test(
    name,
  );
