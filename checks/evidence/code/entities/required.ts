// What `require` gives: the module, or the one value it exports as a whole.
import type { Expression } from '../../../model.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';

/** `module.exports = router`: the module is that value, unless it exports by name as well. */
export function required(follow: Following, found: readonly Entity[]): readonly Entity[] {
  return found.flatMap((each) => {
    const file = each.kind === 'module' ? follow.program.file(each.path) : undefined;
    const whole = file?.writes.filter(({ target }) => target.kind === 'member' && isModuleExports(target)) ?? [];
    const isNamed = file?.writes.some(({ target }) => target.kind === 'member' && isExports(target.object)) === true;
    const values = whole.flatMap(({ value }) => (value.kind === 'object' ? [] : follow.entities(value)));
    return values.length === 0 ? [each] : isNamed ? [...values, each] : values;
  });
}

const isExports = (expression: Expression): boolean =>
  (expression.kind === 'name' && expression.name === 'exports') || (expression.kind === 'member' && isModuleExports(expression));
const isModuleExports = ({ name, object }: Extract<Expression, { kind: 'member' }>): boolean =>
  name === 'exports' && object.kind === 'name' && object.name === 'module';
