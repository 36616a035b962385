// What stands behind a call that makes pieces: the functions it runs, the file it loads.
import type { CallExpression, Expression, FunctionExpression } from '../../model.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';
import { masks } from './vocabulary.ts';

/** Own functions that are called; of `rows.map((row) => ({ … }))` the one that makes something of each. */
export function targetsIn(program: Program, { callee, args }: CallExpression): readonly FunctionExpression[] {
  const [first] = args;
  if ((callee.kind === 'name' || callee.kind === 'member') && masks.test(callee.name)) return [];
  if (callee.kind === 'member' && /^(?:map|flatMap)$/.test(callee.name) && first?.value.kind === 'function') return [first.value];
  return entities(program, callee).flatMap((each) => (each.kind === 'function' ? [each.code] : []));
}

/** `require('./settings')` is what that file exports. */
export function exported(program: Program, value: Expression): Expression {
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.name !== 'require') return value;
  const [found] = entities(program, value);
  return found?.kind === 'literal' ? found.value : value;
}
