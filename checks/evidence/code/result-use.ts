// What becomes of a call's result: which keys are read, whether it goes further, whether it is only logged or dropped.
import type { CallExpression, Expression, ResultUse } from '../../model.ts';
import { type Binding, contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { isNode, type Parents, parentsOf } from './parents.ts';
import type { Program } from './program.ts';

export function resultUse(program: Program, call: CallExpression): ResultUse {
  const { file } = contextOf(call);
  const parents = parentsOf(program, file);
  const use = { keys: new Set<string>(), escapes: false, logged: false, dropped: false };
  follow(program, call, parents, use, new Set());
  return { ...use, keys: [...use.keys] };
}

interface Use {
  readonly keys: Set<string>;
  escapes: boolean;
  logged: boolean;
  dropped: boolean;
}

function follow(program: Program, node: object, parents: Parents, use: Use, seen: Set<object>): void {
  if (seen.has(node)) return;
  seen.add(node);
  const parent = parents.get(node);
  if (parent === undefined || !isNode(parent)) {
    use.escapes = true;
    return;
  }
  switch (parent.kind) {
    case 'await':
    case 'conditional':
      return follow(program, parent, parents, use, seen);
    case 'binary':
      return parent.operator === 'or' || parent.operator === '??' || parent.operator === 'and'
        ? follow(program, parent, parents, use, seen)
        : undefined;
    case 'unary':
    case 'if':
      return;
    case 'member':
      return key(program, parent, parent.name, parents, use, seen);
    case 'index':
      if (parent.object !== node) return;
      use.keys.add(parent.index?.kind === 'string' ? parent.index.value : '[]');
      return;
    case 'expression':
      use.dropped = true;
      return;
    case 'assignment':
    case 'assign':
      return assigned(program, parent.target, parents, use, seen);
    case 'call':
      return handedOn(parent, use);
    default:
      use.escapes = true;
  }
}

/** `claims.get('sub')`, `claims.sub`, `jwt.decode(…).payload.sub`. */
function key(
  program: Program,
  member: Extract<Expression, { kind: 'member' }>,
  name: string,
  parents: Parents,
  use: Use,
  seen: Set<object>,
): void {
  const above = parents.get(member);
  if (above !== undefined && isNode(above) && above.kind === 'call' && above.callee === member) {
    const [first] = above.args;
    if (name === 'get' && first?.value.kind === 'string') {
      use.keys.add(first.value.value);
      return;
    }
    if (name === 'then' || name === 'catch') {
      use.escapes = true;
      return;
    }
  }
  if (name === 'payload' || name === 'data' || name === 'header') {
    if (name === 'header') use.keys.add('header');
    else follow(program, member, parents, use, seen);
    return;
  }
  use.keys.add(name);
}

function assigned(program: Program, target: { readonly kind: string }, parents: Parents, use: Use, seen: Set<object>): void {
  if (!isPattern(target)) return;
  if (target.kind === 'object-pattern') {
    for (const entry of target.entries) {
      if (entry.key === undefined) use.escapes = true;
      else if (entry.key === 'payload' || entry.key === 'data') assigned(program, entry.target, parents, use, seen);
      else use.keys.add(entry.key);
    }
    return;
  }
  if (target.kind !== 'bind') {
    use.escapes = true;
    return;
  }
  for (const parent of parents.keys()) {
    if (!isNode(parent) || parent.kind !== 'name' || parent.name !== target.name) continue;
    const own = bindingsOf(target.name, contextOf(parent).scope);
    if (own.some((binding) => declaredBy(binding, target))) follow(program, parent, parents, use, seen);
  }
}

const declaredBy = (binding: Binding, target: { readonly name: string }): boolean =>
  binding.kind === 'value' && binding.name === target.name;

function handedOn(call: CallExpression, use: Use): void {
  const { callee } = call;
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'name' ? callee.name : '';
  const owner = callee.kind === 'member' && (callee.object.kind === 'name' || callee.object.kind === 'member') ? callee.object.name : '';
  if (/^(?:print|debug|info|warn|warning|error|log)$/.test(name) && (name === 'print' || /log|console/i.test(owner))) use.logged = true;
  else use.escapes = true;
}

type Pattern = Extract<Expression, { kind: 'assign' }>['target'];
const isPattern = (value: { readonly kind: string }): value is Pattern => /^(?:bind|place|object-pattern|list-pattern)$/.test(value.kind);
