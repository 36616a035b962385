// Trees of settings that name the variable of each leaf: `convict({ db: { url: { env: 'DATABASE_URL', default: '' } } })`.
import type { Expression } from '../../model.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';
import { entriesOf, objectsOf } from './zod-fields.ts';

export const settingTree = /^npm:(?:convict|figue\.defineConfig)\(\)$/;

/** The variables of all leaves of a tree, wherever its branches are written. */
export function treeFields(program: Program, tree: Expression, depth = 6): readonly VariableRead[] {
  if (depth === 0) return [];
  return objectsOf(program, tree).flatMap((object) => {
    const [variable] = entriesOf(object, 'env');
    const name = variable && nameIn(program, variable);
    if (name !== undefined) return [leafOf(object, name)];
    return object.entries.flatMap(({ value }) =>
      /^(?:object|name|member|call)$/.test(value.kind) ? treeFields(program, value, depth - 1) : [],
    );
  });
}

/** As it stands, or under a name of its own. */
function nameIn(program: Program, variable: Expression): string | undefined {
  if (variable.kind === 'string') return variable.value;
  for (const each of entities(program, variable)) if (each.kind === 'literal' && each.value.kind === 'string') return each.value.value;
  return undefined;
}

function leafOf(leaf: Extract<Expression, { kind: 'object' }>, name: string): VariableRead {
  const [given] = entriesOf(leaf, 'default');
  const fallback =
    given === undefined || given.kind === 'null' || (given.kind === 'name' && given.name === 'undefined') ? undefined : given;
  const [format] = [...entriesOf(leaf, 'format'), ...entriesOf(leaf, 'schema')];
  // What has no default at all has to be set; `undefined` and null say that it may be absent.
  return { name, fallback, required: given === undefined, through: 'schema', type: typeOf(format) };
}

function typeOf(format: Expression | undefined): VariableRead['type'] {
  const word = format?.kind === 'string' ? format.value : format?.kind === 'name' ? format.name : '';
  if (/^(?:port|nat|int|integer|number)/i.test(word)) return 'number';
  return /^bool/i.test(word) ? 'boolean' : /^url/i.test(word) ? 'url' : 'string';
}
