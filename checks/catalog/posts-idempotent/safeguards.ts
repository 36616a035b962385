// What makes a repeat harmless: a key that is kept, a key the payment service is given, a row that can be there only once.
import { lastName, nodesIn } from '../../model/nodes.ts';
import { queried } from '../../model/queried.ts';
import { remembered } from '../../model/remembered.ts';
import type { Call, CodeFunction, DatabaseQuery, Expression, FunctionExpression, Unit } from '../../model.ts';
import { catchesConflict } from './conflicts.ts';
import { isMadeAnew } from './fresh-keys.ts';
import type { Made } from './made.ts';
import { isMadeWhereMissing, leadsTo, namesHolding } from './missing.ts';
import { takesPlace } from './replaced.ts';
import { hasNoKey } from './unique.ts';

const header = /^(?:x-)?idempotency-?key$|^(?:x-)?request-?id-?key$/i;
const parameter = /^(?:x_)?idempotency_?key$/i;
const library = /idempoten/i;

/** The key is read, and goes into something that keeps or looks up. */
export function isKeptByKey(unit: Unit, codes: readonly CodeFunction[], before: readonly Expression[]): boolean {
  if (before.some((each) => isLibrary(unit, each))) return true;
  return codes.some((code) => {
    const reached = [code, ...unit.callsFrom(code).flatMap(({ targets }) => targets)];
    return reached.some((each) => keepsKey(each));
  });
}

/** A middleware of a package made for it. */
const isLibrary = (unit: Unit, expression: Expression): boolean =>
  unit.functionsIn(expression).length === 0 &&
  nodesIn(expression).some(
    (each) =>
      (each.kind === 'name' || each.kind === 'member' || each.kind === 'call') &&
      unit.symbols(each).some((symbol) => /^(?:npm|py):/.test(symbol) && library.test(symbol)),
  );

// One helper is reached from many routes.
const keepers = new WeakMap<CodeFunction['node'], boolean>();

function keepsKey({ node }: CodeFunction): boolean {
  const known = keepers.get(node) ?? holdsKey(node);
  keepers.set(node, known);
  return known;
}

function holdsKey(node: CodeFunction['node']): boolean {
  const nodes = nodesIn([node.parameters, node.body]);
  const names = new Set(
    node.parameters.flatMap(({ pattern, decorators = [] }) =>
      pattern.kind === 'bind' && (parameter.test(pattern.name) || decorators.some(namesHeader)) ? [pattern.name] : [],
    ),
  );
  const reads = (root: unknown): boolean =>
    nodesIn(root).some(
      (each) =>
        (each.kind === 'string' && header.test(each.value)) ||
        (each.kind === 'member' && parameter.test(each.name)) ||
        (each.kind === 'name' && names.has(each.name)),
    );
  // Names that hold the key, and what is made from it.
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const each of nodes)
      if (each.kind === 'assignment' && each.value && each.target.kind === 'bind' && reads(each.value)) names.add(each.target.name);
  }
  return nodes.some(
    (each) =>
      each.kind === 'call' &&
      keeps.test(lastName(each.callee) ?? '') &&
      !isReadOfHeader(each.callee, each.args[0]?.value) &&
      each.args.some(({ value }) => reads(value)),
  );
}

/** `@Headers('idempotency-key') key`. */
const namesHeader = (decorator: Expression): boolean =>
  nodesIn(decorator).some((each) => each.kind === 'string' && header.test(each.value));

const keeps =
  /^(?:get|set|has|add|setnx|hget|hset|find\w*|fetch\w*|select|insert\w*|upsert|save|store|remember|lock|claim|reserve|eq|where|filter\w*|query|execute|lookup|once|run\w*|create|put|begin|acquire|replay|first|keep)$/i;

/** `headers.get('idempotency-key')` reads the key and keeps nothing. */
const isReadOfHeader = (callee: Expression, first: Expression | undefined): boolean =>
  callee.kind === 'member' && callee.name === 'get' && first?.kind === 'string' && header.test(first.value);

/** It is made of something that is looked for first and goes with it, as an invitation does: the second time that is not found. */
function usesUp(unit: Unit, calls: readonly Call[], made: Made): boolean {
  const reached = new Set<Expression>(calls.map(({ node }) => node));
  const own = unit.queries.filter(({ call }) => reached.has(call.node));
  const rowOf = ({ call }: DatabaseQuery): string | undefined =>
    call.node.callee.kind === 'member' ? lastName(call.node.callee.object) : undefined;
  return own.some(
    (gone) =>
      gone.does === 'delete' &&
      gone.call.guards.every(({ test }) => made.guards.some((guard) => guard.test === test)) &&
      rowOf(gone) !== undefined &&
      own.some((read) => read.does === 'read' && rowOf(read) === rowOf(gone) && read.call.node.line < gone.call.node.line),
  );
}

/** A row that is there is found first, or its conflict is answered. */
export function isUnique(unit: Unit, handler: CodeFunction, made: Made, all: readonly Made[]): boolean {
  const calls = unit.callsFrom(handler);
  if (made.what === 'pays')
    return calls.some(
      (call) =>
        call.node === made.node &&
        ['idempotencyKey', 'idempotency_key'].some((name) => call.option(name) !== 'absent') &&
        !isMadeAnew(unit, call),
    );
  const codes = [handler, ...calls.flatMap(({ targets }) => targets)];
  if (codes.some(({ node }) => catchesConflict(node)) && !hasNoKey(unit, all)) return true;
  if (isMadeWhereMissing(unit, codes, made) || takesPlace(unit, made) || usesUp(unit, calls, made)) return true;
  // Looked for and answered before it is made: `const known = await find(…); if (known) return known`.
  const { reading } = queried(unit);
  const looks = calls.some(({ node }) => reading.has(node));
  const isAsked = codes.some(({ node }) => asksFirst(node));
  if (isAsked || !looks) return isAsked;
  const held = namesHolding(unit, codes);
  // A helper that gives back what it finds looks for nothing made before.
  const leads = (code: CodeFunction): boolean => code.node === handler.node || leadsTo(unit, code, made.node);
  return codes.some((code) =>
    nodesIn(code.node.body).some(
      (each) =>
        // `for known in Plan.query(…): return …`: the first that is found ends it.
        (each.kind === 'loop' && each.over !== undefined && leaves(each.body.slice(-1)) && asksNow(each.over, reading) && leads(code)) ||
        (each.kind === 'if' &&
          leaves(each.then) &&
          (findsSomething(each.test) ||
            (asksAtOnce(each.test, reading) && leads(code)) ||
            (isThere(each.test, held.get(code.node) ?? new Set()) && leads(code)))),
    ),
  );
}

const asksFirst = remembered((code: FunctionExpression): boolean =>
  nodesIn(code.body).some((each) => each.kind === 'if' && leaves(each.then) && asksWhetherTaken(each.test)),
);

/** `if (await User.isEmailTaken(email)) throw …`: a helper by its name. */
function asksWhetherTaken(test: Expression): boolean {
  if (test.kind === 'await') return asksWhetherTaken(test.value);
  const name = test.kind === 'call' ? (lastName(test.callee) ?? '') : '';
  return /^(?:is|has|does|already)\w*(?:Taken|Used|InUse|Registered|Duplicate|Exists?|_taken|_used|_registered|_exists?)$/.test(name);
}

/** `if user:`, `if user is not None:` and `if order.invoice is not None:` of a name that holds what a query found. */
function isThere(test: Expression, held: ReadonlySet<string>): boolean {
  if (test.kind === 'name') return held.has(test.name);
  if (test.kind === 'assign') return test.target.kind === 'bind' && held.has(test.target.name);
  if (test.kind !== 'binary' || test.operator !== '!=' || test.right.kind !== 'null') return false;
  const { left } = test;
  return [left, ...(left.kind === 'member' ? [left.object] : [])].some((each) => each.kind === 'name' && held.has(each.name));
}

/** `if await plans.find_one({"_id": id}): return …`. */
function asksAtOnce(test: Expression, reading: ReadonlySet<Expression>): boolean {
  if (test.kind === 'await') return asksAtOnce(test.value, reading);
  if (test.kind === 'binary') return test.operator === '!=' && test.right.kind === 'null' && asksAtOnce(test.left, reading);
  return test.kind === 'call' && reading.has(test);
}

const asksNow = (over: Expression, reading: ReadonlySet<Expression>): boolean =>
  nodesIn(over).some((each) => each.kind === 'call' && reading.has(each));

const leaves = (body: readonly { readonly kind: string }[]): boolean =>
  nodesIn(body).some(
    (each) => each.kind === 'return' || each.kind === 'throw' || (each.kind === 'call' && lastName(each.callee) === 'abort'),
  );

/** `if (known)`, `if (existing !== null)`, `if existing is not None`, `if (count > 0)`; not `if (!user)`. */
function findsSomething(test: Expression): boolean {
  const named = (node: Expression): boolean =>
    node.kind === 'name' &&
    /exist|known|found|already|duplicate|previous|prior|earlier|same|taken|stored|conflict|old|dupe|last/i.test(node.name);
  if (named(test)) return true;
  if (test.kind === 'await') return findsSomething(test.value);
  if (test.kind === 'call')
    return /^(?:exists|has|isTaken|already\w*)$|(?:_|^is|^check)(?:taken|exists?|duplicated?|already\w*)(?:_|$)|(?:Taken|Exists?|Duplicate|Already\w*)$/i.test(
      lastName(test.callee) ?? '',
    );
  if (test.kind === 'member') return findsSomething(test.object);
  if (test.kind !== 'binary') return false;
  if (test.operator === '!=' || test.operator === '>')
    return [test.left, test.right].some((side) => named(side) || (side.kind === 'member' && named(side.object)));
  return (test.operator === 'and' || test.operator === 'or') && (findsSomething(test.left) || findsSomething(test.right));
}
