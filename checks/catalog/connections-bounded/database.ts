// How near the server is to having no connection left, and what holds the open ones.
import { inconclusive, notApplicable, pass, settle } from '../../answer.ts';
import type { Answer, ConnectionFigures, DatabaseEvidence, Finding } from '../../model.ts';

const fullShare = 0.8;
const idleSeconds = 300;

export function judgeDatabase({ name, connections }: DatabaseEvidence): Answer {
  if ('missing' in connections) return inconclusive(connections.missing);
  const { max, reserved, open, byUser } = connections.found;
  const place: Finding['place'] = { kind: 'database', database: name, object: 'connections' };
  const bad = faultsOf(connections.found).map((message) => ({ message, place }));
  const most = byUser[0];
  const by = most === undefined ? '' : `, most of them (${most.open}) by ${most.application || most.user}`;
  // Nobody who is connected shows nothing of a bound.
  const calm =
    open === 0
      ? notApplicable(`nobody but this run is connected to ${name}`)
      : pass({ message: `${open} connections of ${max - reserved} are open${by}`, place });
  return settle({ bad, good: [] }, calm);
}

function faultsOf({
  max,
  reserved,
  open,
  longestIdleInTransactionSeconds,
  byUser,
  idleInTransactionTimeoutMs,
}: ConnectionFigures): readonly string[] {
  const room = max - reserved;
  const full = open >= room * fullShare ? [`${open} of the ${room} connections that the server has for users are open`] : [];
  const idle = byUser.filter(({ idleInTransaction }) => idleInTransaction > 0);
  const limit = idleInTransactionTimeoutMs === 0 ? ', and no idle_in_transaction_session_timeout ends it' : '';
  const stuck =
    longestIdleInTransactionSeconds >= idleSeconds
      ? [
          `a transaction has been open and idle for ${Math.round(longestIdleInTransactionSeconds)} s (${idle[0]?.application || idle[0]?.user || 'unknown'})${limit}`,
        ]
      : [];
  return [...full, ...stuck];
}
