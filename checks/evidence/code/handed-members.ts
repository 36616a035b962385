// A member of what callers hand in: `options.port` of `start({ port: 3000 })`, `this.configs.PORT` of `new Server({ configs })`.
import type { Expression } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { contextOf } from './context.ts';
import { definitions, ofMember } from './definitions.ts';
import { bindingsOf, type Entity } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

const maxCallers = 12;
const maxDepth = 6;

/** What the callers' objects hold under the name; undefined where the owner is nothing that is handed in, or nobody could tell what it is. */
export function handedMembers(program: Program, owner: Expression, name: string): readonly Expression[] | undefined {
  if (owner.kind !== 'name' && owner.kind !== 'member') return undefined;
  return program.memory.onceNamed<readonly Expression[] | undefined>('handed member', name, owner, undefined, () => {
    if (entities(program, owner).some(isKnown)) return undefined;
    const all = behind(program, owner, maxDepth).map((each) => entities(program, each).filter(isKnown));
    return all.every((each) => each.length === 0)
      ? undefined
      : all.flatMap((each) => each.flatMap((known) => membersOf(program, known, name)));
  });
}

/** The same where every caller is known and hands it in; undefined where one may leave it out. */
export function handedAlways(program: Program, owner: Expression, name: string): readonly Expression[] | undefined {
  if (owner.kind !== 'name' && owner.kind !== 'member') return undefined;
  return program.memory.onceNamed<readonly Expression[] | undefined>('always handed', name, owner, undefined, () => {
    if (entities(program, owner).some(isKnown)) return undefined;
    const all = behind(program, owner, maxDepth).map((each) =>
      entities(program, each)
        .filter(isKnown)
        .flatMap((known) => membersOf(program, known, name)),
    );
    return all.length === 0 || all.some((each) => each.length === 0) ? undefined : all.flat();
  });
}

const isKnown = ({ kind }: Entity): boolean => kind === 'literal' || kind === 'module' || kind === 'instance';
const membersOf = (program: Program, owner: Entity, name: string): readonly Expression[] =>
  ofMember(program, owner, name).flatMap(({ value, keys }) => (keys.length === 0 ? [value] : []));

/** The expressions that one stands for, through what callers hand in; itself where nothing leads further. */
function behind(program: Program, expression: Expression, depth: number): readonly Expression[] {
  // A default says less than what callers hand in.
  const isHanded = expression.kind === 'name' && bindingsOf(expression.name, contextOf(expression).scope)[0]?.kind === 'parameter';
  if (depth === 0 || (!isHanded && entities(program, expression).some(isKnown))) return [expression];
  const next =
    expression.kind === 'name' ? ofName(program, expression) : expression.kind === 'member' ? ofOwner(program, expression, depth) : [];
  return next.length === 0 ? [expression] : next.flatMap((each) => behind(program, each, depth - 1));
}

function ofName(program: Program, expression: Extract<Expression, { kind: 'name' }>): readonly Expression[] {
  const [binding, ...others] = bindingsOf(expression.name, contextOf(expression).scope);
  if (binding === undefined || others.length > 0) return [];
  if (binding.kind !== 'parameter')
    return definitions(program, expression).flatMap(({ value, keys }) => (keys.length === 0 ? [value] : []));
  const given = callersOf(program, binding.code)
    .slice(0, maxCallers)
    .flatMap((call) => argumentFor(call, binding) ?? []);
  const parts = binding.keys.reduce<readonly Expression[]>(
    (owners, key) =>
      typeof key === 'string' && key !== '*'
        ? owners.flatMap((owner) => entities(program, owner).flatMap((each) => membersOf(program, each, key)))
        : [],
    given,
  );
  return parts.length > 0 || binding.fallback === undefined ? parts : [binding.fallback];
}

function ofOwner(program: Program, expression: Extract<Expression, { kind: 'member' }>, depth: number): readonly Expression[] {
  const set = definitions(program, expression).flatMap(({ value, keys }) => (keys.length === 0 ? [value] : []));
  if (set.length > 0) return set;
  return behind(program, expression.object, depth - 1)
    .filter((owner) => owner !== expression.object)
    .flatMap((owner) => entities(program, owner).flatMap((each) => membersOf(program, each, expression.name)));
}
