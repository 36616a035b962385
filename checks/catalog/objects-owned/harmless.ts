// What stands before a handler and keeps nobody out.
import { lastName } from '../../model/nodes.ts';
import type { Expression, Unit } from '../../model.ts';

/** `@authentication_classes(())`: no person is told from another; what a shared token opens belongs to nobody. */
export const knowsNobody = (before: Expression): boolean =>
  before.kind === 'call' &&
  lastName(before.callee) === 'authentication_classes' &&
  before.args[0]?.value.kind === 'list' &&
  before.args[0].value.items.length === 0;

/** A list of rules for what is sent: `[param('id').isUUID(), body('name').trim()]`. */
export function validates(unit: Unit, before: Expression): boolean {
  const rules = unit.pieces(before).map(({ value }) => unit.symbols(value));
  return (
    rules.length > 0 &&
    rules.every((symbols) => symbols.some((symbol) => /^npm:(?:express-validator|celebrate|joi|zod|yup)\b/.test(symbol)))
  );
}
