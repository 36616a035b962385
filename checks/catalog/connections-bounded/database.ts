// How near the server is to having no connection left, and what holds the open ones.
import { inconclusive, notApplicable, pass, settle } from '../../answer.ts';
import type { Answer, ConnectionFigures, ConnectionsUnderLoad, DatabaseEvidence, Finding } from '../../model.ts';

const fullShare = 0.8;
const idleSeconds = 300;

export function judgeDatabase({ name, connections }: DatabaseEvidence): Answer {
  if ('missing' in connections) return inconclusive(connections.missing);
  const { max, reserved, open, byUser, underLoad } = connections.found;
  const place: Finding['place'] = { kind: 'database', database: name, object: 'connections' };
  const bad = faultsOf(connections.found).map((message) => ({ message, place }));
  const first = byUser[0];
  const by = first === undefined ? '' : `, most of them (${first.open}) by ${first.application || first.user}`;
  if (underLoad !== undefined && 'missing' in underLoad) {
    return settle({ bad, good: [], unclear: [`connections under load: ${underLoad.missing}`] }, inconclusive(underLoad.missing));
  }
  // Nobody who is connected shows nothing of a bound.
  const most = underLoad === undefined ? open : Math.max(open, underLoad.found.most);
  const calm =
    most === 0
      ? notApplicable(`nobody but this run is connected to ${name}`)
      : pass({ message: `${open} connections of ${max - reserved} are open${by}${atMost(underLoad?.found)}`, place });
  return settle({ bad, good: [] }, calm);
}

const atMost = (seen: ConnectionsUnderLoad | undefined): string =>
  seen === undefined ? '' : `; at most ${seen.most} under load (${seen.before} before it), in ${seen.samples} counts`;

function faultsOf({
  max,
  reserved,
  open,
  longestIdleInTransactionSeconds,
  byUser,
  idleInTransactionTimeoutMs,
  underLoad,
}: ConnectionFigures): readonly string[] {
  const room = max - reserved;
  const full = open >= room * fullShare ? [`${open} of the ${room} connections that the server has for users are open`] : [];
  const loaded = underLoad !== undefined && 'found' in underLoad ? underLoad.found : undefined;
  const grew =
    full.length === 0 && loaded !== undefined && loaded.most >= room * fullShare
      ? [`under load ${loaded.most} of the ${room} connections that the server has for users were open (${loaded.before} before it)`]
      : [];
  const idle = byUser.filter(({ idleInTransaction }) => idleInTransaction > 0);
  const limit = idleInTransactionTimeoutMs === 0 ? ', and no idle_in_transaction_session_timeout ends it' : '';
  const stuck =
    longestIdleInTransactionSeconds >= idleSeconds
      ? [
          `a transaction has been open and idle for ${Math.round(longestIdleInTransactionSeconds)} s (${idle[0]?.application || idle[0]?.user || 'unknown'})${limit}`,
        ]
      : [];
  return [...full, ...grew, ...stuck];
}
