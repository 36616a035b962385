// What stands before a handler and keeps nobody out.
import { lastName } from '../../model/nodes.ts';
import type { Expression, Unit } from '../../model.ts';

/** `@authentication_classes(())`: no person is told from another; what a shared token opens belongs to nobody. */
export const knowsNobody = (before: Expression): boolean =>
  before.kind === 'call' &&
  lastName(before.callee) === 'authentication_classes' &&
  before.args[0]?.value.kind === 'list' &&
  before.args[0].value.items.length === 0;

/** What reads a session where there is one, also through a function that skips it: whoever has none goes on as nobody. */
export const readsSession = (unit: Unit, before: Expression): boolean =>
  before.kind === 'call' &&
  (unit.symbols(before.callee).some((symbol) => session.test(symbol)) ||
    (before.args.length > 0 && before.args.every(({ value }) => readsSession(unit, value))));
const session =
  /^npm:(?:passport\.(?:session|initialize)|koa-passport\.(?:session|initialize)|express-session|cookie-session|koa-session)$/;

/** A list of rules for what is sent: `[param('id').isUUID(), body('name').trim()]`. */
export function validates(unit: Unit, before: Expression): boolean {
  const rules = unit.pieces(before).map(({ value }) => unit.symbols(value));
  return (
    rules.length > 0 &&
    rules.every((symbols) => symbols.some((symbol) => /^npm:(?:express-validator|celebrate|joi|zod|yup)\b/.test(symbol)))
  );
}
