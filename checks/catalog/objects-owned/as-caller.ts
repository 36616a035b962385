// Clients of Supabase that act as who is asking: what they find and change is up to the policies of the database.

import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, Unit } from '../../model.ts';

/** Calls that make one: with the session of the cookies, or with the Authorization header that came. */
const clients = remembered((unit: Unit): ReadonlySet<Expression> => {
  const ofSession = unit.calls(
    '*.createServerClient',
    '*.createRouteHandlerClient',
    '*.createServerComponentClient',
    '*.createServerSupabaseClient',
  );
  const given = unit
    .calls('*.createClient', '*.create_client', '*.acreate_client', '*.create_async_client')
    .filter(({ node }) =>
      nodesIn(node.args.flatMap(({ value }) => [value, ...unit.pieces(value).map((piece) => piece.value)])).some(isHeader),
    );
  return new Set(
    [...ofSession, ...given].filter(({ symbols }) => symbols.some((symbol) => /supabase/.test(symbol))).map(({ node }) => node),
  );
});

const isHeader = (node: ReturnType<typeof nodesIn>[number]): boolean =>
  (node.kind === 'object' && node.entries.some(({ key }) => typeof key === 'string' && /^authorization$/i.test(key))) ||
  (node.kind === 'object' && node.entries.some(({ key }) => key === 'accessToken'));

/** Whether what runs on a route makes such a client. */
export const asksAsCaller = (unit: Unit, codes: readonly CodeFunction[]): boolean =>
  clients(unit).size > 0 && codes.some((code) => unit.callsFrom(code).some(({ node }) => clients(unit).has(node)));
