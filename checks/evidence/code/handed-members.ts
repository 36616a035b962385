// A member of a parameter, by what the callers hand in: `options.port` of `start({ port: 3000 })`.
import type { Expression } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { contextOf } from './context.ts';
import { ofMember } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

const maxCallers = 12;

/** What the callers' objects hold under the name; undefined where the owner is no parameter, or nobody could tell what it is. */
export function handedMembers(program: Program, owner: Expression, name: string, depth = 4): readonly Expression[] | undefined {
  if (owner.kind !== 'name' || depth === 0) return undefined;
  const [binding, ...others] = bindingsOf(owner.name, contextOf(owner).scope);
  if (binding?.kind !== 'parameter' || binding.keys.length > 0 || others.length > 0) return undefined;
  const given = callersOf(program, binding.code)
    .slice(0, maxCallers)
    .flatMap((call) => argumentFor(call, binding) ?? []);
  const all = [...given, ...(binding.fallback ? [binding.fallback] : [])];
  if (all.length === 0) return undefined;
  const found = all.map((each) => membersOf(program, each, name, depth));
  return found.every((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}

function membersOf(program: Program, given: Expression, name: string, depth: number): readonly Expression[] | undefined {
  const owners = entities(program, given);
  const known = owners.filter(({ kind }) => kind === 'literal' || kind === 'module');
  if (known.length > 0) return known.flatMap((each) => ofMember(program, each, name)).map(({ value }) => value);
  return handedMembers(program, given, name, depth - 1);
}
