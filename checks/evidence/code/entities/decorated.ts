// What a plugin of Fastify hangs on its instance: `fastify.decorate('store', client)`, and later `fastify.store`.
import type { Expression } from '../../../model.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';

type Decorations = ReadonlyMap<string, readonly Expression[]>;

const instance = /^(?:\?(?:fastify|app|instance|server|api)|npm:fastify(?:\.\w+)?\(\))$/;

/** Undefined where the owner is no instance of Fastify, or nothing of that name is hung on one. */
export function decoratedMember(follow: Following, owner: string, name: string): readonly Entity[] | undefined {
  if (!instance.test(owner)) return undefined;
  const given = decorations(follow).get(name);
  const found = given?.flatMap((value) => follow.entities(value)) ?? [];
  return found.length === 0 ? undefined : found;
}

function decorations({ program }: Following): Decorations {
  return program.memory.once<Decorations>('decorations', program.files, new Map(), () => {
    const found = new Map<string, readonly Expression[]>();
    if (!program.files.some(({ imports }) => imports.some(({ module }) => module.includes('fastify')))) return found;
    for (const { calls } of program.files)
      for (const { callee, args } of calls) {
        if (callee.kind !== 'member' || callee.name !== 'decorate') continue;
        const [name, value] = args.map((each) => each.value);
        if (name?.kind === 'string' && value !== undefined) found.set(name.value, [...(found.get(name.value) ?? []), value]);
      }
    return found;
  });
}
