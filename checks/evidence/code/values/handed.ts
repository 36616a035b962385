// Settings handed to a function whose parameter says nothing of what it takes: its callers tell.
import type { Expression } from '../../../model.ts';
import { argumentFor } from '../arguments.ts';
import { callersOf } from '../callers.ts';
import { contextOf } from '../context.ts';
import { bindingsOf } from '../entities/entity.ts';
import { entities } from '../entities.ts';
import { fieldOf } from '../environment-reads.ts';
import type { Program } from '../program.ts';
import type { VariableRead } from '../variable-read.ts';

const maxCallers = 8;

/** The variables that a member of a parameter is read from, by what the callers hand in. */
export function readsOfHanded(program: Program, object: Expression, name: string): readonly VariableRead[] {
  if (object.kind !== 'name') return [];
  const [binding] = bindingsOf(object.name, contextOf(object).scope);
  if (binding?.kind !== 'parameter' || binding.keys.length > 0) return [];
  return program.memory.onceNamed<readonly VariableRead[]>('handed', name, binding, [], () =>
    callersOf(program, binding.code)
      .slice(0, maxCallers)
      .flatMap((call) => {
        const given = argumentFor(call, binding);
        return given ? entities(program, given).flatMap((owner) => fieldOf(program, owner, name) ?? []) : [];
      }),
  );
}
