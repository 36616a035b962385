// What a handler makes: rows, payments, plans of a language model.
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, Guard, Unit } from '../../model.ts';

export interface Made {
  readonly guards: readonly Guard[];
  readonly node: Expression;
  readonly what: string;
}

const pays = [
  '*.charges.create',
  '*.paymentIntents.create',
  '*.PaymentIntent.create',
  '*.Charge.create',
  '*.refunds.create',
  '*.payouts.create',
  '*.transfers.create',
  '*.checkout.sessions.create',
  '*.subscriptions.create',
];

const insertsOf = remembered((unit: Unit) => unit.queries.filter(({ does }) => does === 'insert'));

export function makesSomething(unit: Unit, handler: CodeFunction): Made | undefined {
  const reached = new Set<Expression>(unit.callsFrom(handler).map(({ node }) => node));
  const paid = unit.calls(...pays).find(({ node }) => reached.has(node));
  if (paid) return { node: paid.node, guards: paid.guards, what: 'pays' };
  const insert = insertsOf(unit).find(({ call, steps }) => reached.has(call.node) || steps.some(({ node }) => reached.has(node)));
  return insert && { node: insert.call.node, guards: insert.call.guards, what: 'inserts' };
}

/** An insert that says itself what becomes of a row that is there: `ON CONFLICT`, `get_or_create`. */
export function makesOnce(unit: Unit, handler: CodeFunction): boolean {
  const reached = new Set<Expression>(unit.callsFrom(handler).map(({ node }) => node));
  return unit.queries.some(
    ({ does, call, steps }) =>
      does === 'upsert' &&
      steps.some(({ name }) => /^(?:onConflict\w*|on_conflict\w*|upsert|get_or_create|update_or_create)$/.test(name)) &&
      (reached.has(call.node) || steps.some(({ node }) => reached.has(node))),
  );
}
