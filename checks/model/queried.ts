// The calls that queries are made of, gone through once for all routes of a service.
import type { DatabaseQuery, Unit } from './code.ts';
import { remembered } from './remembered.ts';
import type { Expression } from './source.ts';

const callsOf = (queries: readonly DatabaseQuery[]): ReadonlySet<Expression> =>
  new Set(queries.flatMap(({ call, steps }) => [call.node, ...steps.map(({ node }) => node)]));

/** Calls that ask the database or are steps of a query, and of those the ones that read. */
export const queried = remembered((unit: Unit) => ({
  any: callsOf(unit.queries),
  reading: callsOf(unit.queries.filter(({ does }) => does === 'read')),
}));
