// Parameters: by what is injected, by annotation, by default.
import type { Binding } from '../context.ts';
import { annotated, injection } from './annotations.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';
import { within } from './members.ts';
import { registeredAs } from './registered.ts';
import { injectedByToken } from './tokens.ts';

/** What a parameter may be; `?name` where nothing tells. */
export function parameter(follow: Following, binding: Extract<Binding, { kind: 'parameter' }>): readonly Entity[] {
  const declared = binding.code.parameters[binding.index];
  const unknownName: Entity = { kind: 'outside', symbol: `?${binding.name}` };
  if (declared === undefined) return [unknownName];
  if (declared.fallback && binding.keys.length === 0) {
    const injected = injection(follow, declared.fallback);
    if (injected) return injected;
  }
  const handed = binding.keys.length === 0 ? injectedByToken(follow, declared) : undefined;
  if (handed) return handed;
  if (declared.annotation) {
    const typed = within(follow, annotated(follow, declared.annotation), binding.keys);
    if (typed.some((each) => each.kind !== 'outside' || !/^(\?|js:|py:(str|int|dict|list|bool|Any|object)\b)/.test(each.symbol)))
      return typed;
  }
  if (declared.fallback && binding.keys.length === 0 && declared.fallback.kind !== 'null') return follow.entities(declared.fallback);
  const [key = binding.name, ...deeper] = binding.keys;
  const known = deeper.length === 0 && typeof key === 'string' && key !== '*' ? registeredAs(follow, key) : [];
  return known.length > 0 ? known : [unknownName];
}
