// A settings object as a whole carries every variable that it was read from.
import type { Expression, FilePlace, Source } from '../../model.ts';
import { contextOf } from './context.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import { schemaFields, settingsFields } from './schemas.ts';
import { deeper, type Trail } from './source-trail.ts';
import type { VariableRead } from './variable-read.ts';

/** The variables in a settings object or parsed environment; undefined where the expression is none. */
export function settingsSources(program: Program, expression: Expression): readonly Source[] | undefined {
  if (expression.kind !== 'name' && expression.kind !== 'member' && expression.kind !== 'call') return undefined;
  const place: FilePlace = { kind: 'file', path: contextOf(expression).file.source.path, line: expression.line, column: expression.column };
  const reads = entities(program, expression).flatMap((each): readonly VariableRead[] => {
    if (each.kind === 'instance') return settingsFields(program, each.of).map(({ read }) => read);
    return each.kind === 'outside' && each.made ? schemaFields(program, each.symbol, each.made) : [];
  });
  if (reads.length === 0) return undefined;
  return reads.flatMap(({ name, masked }): readonly Source[] =>
    name === undefined ? [] : [{ kind: 'environment', name, ...(masked && { masked }), place }],
  );
}

/** `get(key) { return settings[key] }`: of all settings, those that the call in question names; none where that could not be followed. */
export function keysAsked(
  program: Program,
  expression: Extract<Expression, { kind: 'member' | 'index' }>,
  trail: Trail,
): readonly string[] {
  const index = expression.kind === 'index' && expression.index?.kind === 'name' ? expression.index : undefined;
  const named = index ? trail.trace(program, index, deeper(trail)) : [];
  const keys = named.flatMap((source) => (source.kind === 'literal' && typeof source.value === 'string' ? [source.value] : []));
  return keys.length === named.length ? keys : [];
}
